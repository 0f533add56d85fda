package kelvin.ui.sampling;

import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import kelvin.distribution.export.Tool;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.TabMoves;
import kelvin.ui.theme.ThemeStyle;

/// Shows the chain as code or a command line for another tool, and the differences in that tool.
final class ToolDialog extends Dialog<ButtonType> {

  private final SamplingViewModel viewModel;
  private final ObjectProperty<Tool> tool =
      new SimpleObjectProperty<>(this, "tool", Tool.TRANSFORMERS);
  private final TextArea code = new TextArea();
  private final Label differences = new Label();

  ToolDialog(SamplingViewModel viewModel, Scene owner) {
    this.viewModel = viewModel;
    initOwner(owner.getWindow());
    initModality(Modality.NONE);
    ThemeStyle.match(getDialogPane(), owner);
    setTitle("Open the settings in another tool");
    setResizable(true);
    code.setId("tool-code");
    code.getStyleClass().add("report");
    code.setEditable(false);
    TabMoves.out(code);
    code.setPrefRowCount(9);
    code.setWrapText(true);
    code.setAccessibleText("Settings for the tool");
    differences.setId("tool-differences");
    differences.setWrapText(true);
    differences.setMinHeight(Region.USE_PREF_SIZE);
    var content = new VBox(tools(), code, differences);
    content.getStyleClass().add("dialog-content");
    content.setPrefWidth(560);
    VBox.setVgrow(code, Priority.ALWAYS);
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    tool.subscribe(this::tell);
  }

  private HBox tools() {
    var buttons =
        new ChoiceSwitch<>(tool, Stream.of(Tool.values()).map(ToolDialog::segment).toList());
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var copy = new Button("Copy");
    copy.setId("tool-copy");
    copy.getStyleClass().add("transport-button");
    copy.setTooltip(new Tooltip("Puts the settings on the clipboard."));
    copy.setOnAction(_ -> copy());
    return new HBox(buttons, space, copy);
  }

  private static Segment<Tool> segment(Tool tool) {
    return new Segment<>(
        tool,
        "tool-" + tool.label().replace('.', '-'),
        name(tool),
        "The settings as " + name(tool) + " takes them.");
  }

  private static String name(Tool tool) {
    return switch (tool) {
      case TRANSFORMERS -> "Transformers";
      case LLAMA_CPP -> "llama.cpp";
      case VLLM -> "vLLM";
    };
  }

  private void tell(Tool chosen) {
    var settings = viewModel.settingsFor(chosen);
    code.setText(settings.code());
    differences.setText(
        settings.differences().isEmpty()
            ? name(chosen) + ": these settings behave as they do in Kelvin."
            : String.join("\n", settings.differences()));
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(code.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
