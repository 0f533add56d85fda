package kelvin.ui.model;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import kelvin.inference.report.ModelFacts;
import kelvin.inference.report.ModelJson;
import kelvin.inference.report.ModelReport;
import kelvin.ui.theme.ThemeStyle;

/// Shows what `kelvin inspect` says about the open model, and copies it. It follows the proof of
/// the model, and closes when the model does.
final class ModelReportDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 860;
  private static final double HEIGHT = 560;

  /// The part of the window that stays in sight around the dialog.
  private static final double AROUND = 80;

  private final Label name = new Label();
  private final Label copied = new Label();
  private final ScrollPane scroll = new ScrollPane();

  /// The report on show.
  private ModelFacts facts;

  ModelReportDialog(ObservableValue<Optional<ModelFacts>> known, Scene owner) {
    facts = known.getValue().orElseThrow();
    initOwner(owner.getWindow());
    initModality(Modality.NONE);
    setTitle("About this model");
    setResizable(true);
    ThemeStyle.match(getDialogPane(), owner);
    scroll.setId("model-report");
    scroll.getStyleClass().add("model-report-scroll");
    scroll.setFitToWidth(true);
    name.getStyleClass().add("model-report-name");
    copied.setId("model-report-copied");
    copied.getStyleClass().add("model-report-note");
    var content = new VBox(head(), scroll);
    content.getStyleClass().add("dialog-content");
    content.setPrefSize(
        Math.min(WIDTH, owner.getWidth() - AROUND),
        Math.min(HEIGHT, owner.getHeight() - 2 * AROUND));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getDialogPane().getStyleClass().add("model-report-pane");
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    getDialogPane()
        .getScene()
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN), this::copyMarkdown);
    var following = known.subscribe(this::follow);
    setOnHidden(_ -> following.unsubscribe());
  }

  private HBox head() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var markdown = button("model-report-markdown", "Copy as Markdown");
    markdown.setTooltip(
        new Tooltip("Puts the whole report on the clipboard, with its tables as Markdown."));
    markdown.setOnAction(_ -> copyMarkdown());
    var json = button("model-report-json", "Copy as JSON");
    json.setTooltip(
        new Tooltip("Puts the whole report on the clipboard, as kelvin inspect --json prints it."));
    json.setOnAction(_ -> copy(ModelJson.text(facts), "Copied as JSON."));
    var head = new HBox(name, space, copied, markdown, json);
    head.getStyleClass().add("model-report-head");
    head.setMinHeight(Region.USE_PREF_SIZE);
    return head;
  }

  private static Button button(String id, String text) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().add("transport-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void follow(Optional<ModelFacts> known) {
    if (known.isEmpty()) {
      close();
      return;
    }
    facts = known.get();
    var report = ModelReport.of(facts);
    name.setText(report.name());
    scroll.setAccessibleText("About " + report.name());
    double place = scroll.getVvalue();
    scroll.setContent(new ModelReportPane(report));
    scroll.setVvalue(place);
  }

  private void copyMarkdown() {
    copy(ModelReport.of(facts).markdown(), "Copied as Markdown.");
  }

  private void copy(String text, String said) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    copied.setText(said);
  }
}
