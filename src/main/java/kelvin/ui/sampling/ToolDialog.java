package kelvin.ui.sampling;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import kelvin.distribution.export.Tool;
import kelvin.ui.theme.Theme;
import org.controlsfx.control.SegmentedButton;

/// Shows the chain as code or a command line for another tool, and the differences in that tool.
final class ToolDialog extends Dialog<ButtonType> {

  private final SamplingViewModel viewModel;
  private final TextArea code = new TextArea();
  private final Label differences = new Label();

  ToolDialog(SamplingViewModel viewModel, Scene owner) {
    this.viewModel = viewModel;
    initOwner(owner.getWindow());
    initModality(Modality.NONE);
    Theme.match(getDialogPane(), owner);
    setTitle("Open the settings in another tool");
    setResizable(true);
    code.setId("tool-code");
    code.getStyleClass().add("report");
    code.setEditable(false);
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
    show(Tool.TRANSFORMERS);
  }

  private HBox tools() {
    var buttons = new SegmentedButton();
    buttons.getStyleClass().add("scale-switch");
    for (var tool : Tool.values()) {
      var button = new ToggleButton(name(tool));
      button.setId("tool-" + tool.label().replace('.', '-'));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setTooltip(new Tooltip("The settings as " + name(tool) + " takes them."));
      button.setSelected(tool == Tool.TRANSFORMERS);
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            show(tool);
          });
      buttons.getButtons().add(button);
    }
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var copy = new Button("Copy");
    copy.setId("tool-copy");
    copy.getStyleClass().add("transport-button");
    copy.setTooltip(new Tooltip("Puts the settings on the clipboard."));
    copy.setOnAction(_ -> copy());
    return new HBox(buttons, space, copy);
  }

  private static String name(Tool tool) {
    return switch (tool) {
      case TRANSFORMERS -> "Transformers";
      case LLAMA_CPP -> "llama.cpp";
      case VLLM -> "vLLM";
    };
  }

  private void show(Tool tool) {
    var settings = viewModel.settingsFor(tool);
    code.setText(settings.code());
    differences.setText(
        settings.differences().isEmpty()
            ? name(tool) + " does with these settings what Kelvin does."
            : String.join("\n", settings.differences()));
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(code.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
