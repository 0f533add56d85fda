package kelvin.ui.lab;

import java.util.List;
import javafx.geometry.Pos;
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
import kelvin.display.ProbabilityScale;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.lab.common.LabFields;
import kelvin.ui.lab.common.RemoveButton;
import kelvin.ui.plot.PointPlot;
import org.jspecify.annotations.Nullable;

/// Layout and bindings of the selected sweep: its name, its plot and its findings.
final class ResultPane extends StackPane {

  private static final String EMPTY =
      "A sweep varies a prompt with examples and shows what becomes of the answer: with more shots,"
          + " in every order, in other layouts, or without one of the examples. Choose what to vary"
          + " and run it; its points lead back into the playground.";
  private static final double POINT_HEIGHT = 54;

  private final LabViewModel lab;
  private final SweepExports exports;
  private final TextField name = new TextField();
  private final Label caption = new Label();
  private final ScrollPane plotScroll = new ScrollPane();
  private final Label pointed = new Label();
  private final VBox findings = new VBox();
  private final PointChoice choice;
  private final ChoiceSwitch<ProbabilityScale> scales;

  ResultPane(LabViewModel lab, SweepExports exports, Runnable showPlayground) {
    this.lab = lab;
    this.exports = exports;
    choice = new PointChoice(lab.restoredProperty());
    scales = scaleSwitch();
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
    // Its room is kept, so that nothing moves while points are pointed at.
    pointed.setMinHeight(POINT_HEIGHT);
    pointed.setPrefHeight(POINT_HEIGHT);
    pointed.setMaxHeight(POINT_HEIGHT);
    pointed.setPrefWidth(0);
    pointed.setMaxWidth(Double.MAX_VALUE);
    pointed.setAlignment(Pos.TOP_LEFT);
    caption.setId("sweep-caption");
    caption.getStyleClass().add("faint");
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    findings.setId("sweep-findings");
    findings.getStyleClass().add("findings");
    var content = new VBox(head(), plotScroll, pointed, choice, findings, caption);
    choice.setOnGo(showPlayground);
    content.getStyleClass().add("card-content");
    var message = new Label(EMPTY);
    message.setId("lab-message");
    message.getStyleClass().add("empty-message");
    message.setWrapText(true);
    content.visibleProperty().bind(lab.selectedProperty().isNotNull());
    message.visibleProperty().bind(lab.selectedProperty().isNull());
    getChildren().addAll(content, message);
    lab.selectedProperty().subscribe(this::show);
    lab.scaleProperty().subscribe(_ -> show(lab.selectedProperty().get()));
    lab.unitProperty().subscribe((_, _) -> show(lab.selectedProperty().get()));
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
    var head = new HBox(name, scales, export, new RemoveButton(lab.list(), ResultsPane.WORDS));
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void export(FigureFormat format) {
    var shown = lab.selectedProperty().get();
    if (shown != null) {
      exports.export(shown, lab.look(), format, getScene().getWindow());
    }
  }

  private ChoiceSwitch<ProbabilityScale> scaleSwitch() {
    var made =
        new ChoiceSwitch<>(
            lab.scaleProperty(),
            List.of(
                new Segment<>(
                    ProbabilityScale.SHARE,
                    "sweep-scale-share",
                    "share",
                    "The share of each label among the labels, which says which one wins."),
                new Segment<>(
                    ProbabilityScale.LINEAR,
                    "sweep-scale-linear",
                    "p",
                    "The probability itself, among all possible continuations, from 0 to 1."),
                new Segment<>(
                    ProbabilityScale.LOGARITHMIC,
                    "sweep-scale-log",
                    "log p",
                    "The probability itself on a log scale: equal steps are equal factors. The"
                        + " lowest mark stands for all that is smaller.")));
    made.setId("sweep-scale");
    return made;
  }

  private void show(@Nullable LabResult shown) {
    pointed.textProperty().unbind();
    findings.getChildren().clear();
    if (shown == null) {
      plotScroll.setContent(null);
      return;
    }
    name.setText(shown.title());
    scales.setVisible(SweepScale.isOffered(shown.result().kind()));
    scales.getButtons().getFirst().setDisable(!SweepScale.hasShares(shown.result()));
    var look = lab.look();
    var picture = SweepPicture.of(shown.result(), look);
    PointPlot plot = picture.plot();
    plot.setId("sweep-plot");
    plot.setOnChoose(point -> lab.restorePrompt(picture.variants().get(point)));
    choice.follow(plot.selectedProperty(), picture.variants(), lab::restorePrompt);
    plotScroll.setContent(plot);
    pointed
        .textProperty()
        .bind(
            plot.wordsProperty()
                .map(
                    words ->
                        words.isEmpty()
                            ? "Point at the plot to read it; click a point, or use the arrow keys,"
                                + " to choose it."
                            : words.replace("\n", "   ")));
    for (var sentence : picture.sentences()) {
      var label = new Label(sentence);
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      findings.getChildren().add(label);
    }
    caption.setText(SweepFigure.of(shown, look).caption());
  }
}
