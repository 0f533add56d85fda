package kelvin.ui.lab;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.plot.sweep.PointPlot;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the selected sweep: its name, its plot and its findings.
final class ResultPane extends StackPane {

  private static final String EMPTY =
      "A sweep varies a prompt with examples and shows what becomes of the answer: with more shots,"
          + " in every order, in other layouts, or without one of the examples. Choose what to vary"
          + " and run it; its points lead back into the playground.";

  private final LabViewModel lab;
  private final SweepExports exports;
  private final TextField name = new TextField();
  private final Label caption = new Label();
  private final ScrollPane plotScroll = new ScrollPane();
  private final Label pointed = new Label();
  private final VBox findings = new VBox();

  ResultPane(LabViewModel lab, SweepExports exports, Runnable showPlayground) {
    this.lab = lab;
    this.exports = exports;
    getStyleClass().add("card");
    plotScroll.getStyleClass().add("column-scroll");
    plotScroll.setFitToWidth(true);
    plotScroll.setFitToHeight(true);
    plotScroll.setFocusTraversable(false);
    plotScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(plotScroll, Priority.ALWAYS);
    pointed.setId("sweep-point");
    pointed.getStyleClass().add("quiet");
    pointed.setWrapText(true);
    pointed.setMinHeight(36);
    pointed.setAlignment(Pos.TOP_LEFT);
    caption.setId("sweep-caption");
    caption.getStyleClass().add("faint");
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    findings.setId("sweep-findings");
    findings.getStyleClass().add("findings");
    var content =
        new VBox(head(), plotScroll, pointed, findings, caption, restoredLine(showPlayground));
    content.getStyleClass().add("card-content");
    var message = new Label(EMPTY);
    message.setId("lab-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    content.visibleProperty().bind(lab.selectedProperty().isNotNull());
    message.visibleProperty().bind(lab.selectedProperty().isNull());
    getChildren().addAll(content, message);
    lab.selectedProperty().subscribe(this::show);
  }

  private HBox head() {
    name.setId("sweep-name");
    name.setAccessibleText("Name of the sweep");
    name.getStyleClass().addAll("small-field", "sweep-name");
    LabFields.teach(name, "The name of this sweep: type another one.");
    name.setOnAction(_ -> lab.rename(name.getText()));
    name.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                lab.rename(name.getText());
              }
            });
    HBox.setHgrow(name, Priority.ALWAYS);
    var export = new MenuButton("Export");
    export.setId("sweep-export");
    export.getStyleClass().add("quiet-menu");
    export.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(
        export, "The figure as PNG or SVG, all points as CSV, everything as JSON (kelvin render).");
    for (var format : FigureFormat.values()) {
      var item = new MenuItem(format.label() + " …");
      item.setOnAction(_ -> export(format));
      export.getItems().add(item);
    }
    var remove = new Button("Remove");
    remove.setId("sweep-remove");
    remove.getStyleClass().add("quiet-button");
    remove.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(remove, "Takes this sweep out of the list; it can be brought back.");
    remove.setOnAction(
        _ -> {
          var shown = lab.selectedProperty().get();
          if (shown != null) {
            lab.remove(shown);
          }
        });
    var head = new HBox(name, export, remove);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void export(FigureFormat format) {
    var shown = lab.selectedProperty().get();
    if (shown != null) {
      exports.export(shown, format, getScene().getWindow());
    }
  }

  private HBox restoredLine(Runnable showPlayground) {
    var words = new Label();
    words.setId("sweep-restored");
    words.textProperty().bind(lab.restoredProperty());
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var go = new Button("Go to the playground");
    go.setId("sweep-go");
    go.getStyleClass().add("quiet-button");
    go.setMinWidth(Region.USE_PREF_SIZE);
    LabFields.teach(go, "Shows the prompt and the distribution of its answer (Alt+1).");
    go.setOnAction(_ -> showPlayground.run());
    var line = new HBox(words, go);
    line.setAlignment(Pos.CENTER_LEFT);
    line.visibleProperty().bind(lab.restoredProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    return line;
  }

  private void show(@Nullable LabResult shown) {
    pointed.textProperty().unbind();
    findings.getChildren().clear();
    if (shown == null) {
      plotScroll.setContent(null);
      return;
    }
    name.setText(shown.title());
    var picture = SweepPicture.of(shown.result());
    PointPlot plot = picture.plot();
    plot.setId("sweep-plot");
    plot.setOnChoose(point -> lab.restorePrompt(picture.variants().get(point)));
    plotScroll.setContent(plot);
    pointed
        .textProperty()
        .bind(
            plot.wordsProperty()
                .map(
                    words ->
                        words.isEmpty()
                            ? "Point at the plot to read it; click a point, or choose it with the"
                                + " arrow keys and Enter, to compose its prompt in the playground."
                            : words.replace("\n", "   ")));
    for (var sentence : picture.sentences()) {
      var label = new Label(sentence);
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      findings.getChildren().add(label);
    }
    caption.setText(SweepFigure.of(shown).caption());
  }
}
