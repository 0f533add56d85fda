package kelvin.ui.tuning;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.SheetLook;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigurePanel;
import kelvin.ui.figure.FigureSheet;
import kelvin.ui.figure.NumberTable;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPlot;

/// Writes a fine-tuning as a figure of its curves, or as a table of their numbers.
record TuningFigure(TunedRun run) {

  /// The formats that it can be written in.
  static final FigureFormat[] FORMATS = {FigureFormat.PNG, FigureFormat.SVG, FigureFormat.CSV};

  private static final double PLOT_HEIGHT = 340;

  /// From this width on, the two plots stand side by side.
  private static final double SIDE_BY_SIDE = 900;

  /// Writes the complete file or changes nothing. Not on the FX thread.
  ///
  /// @param format one of `FORMATS`
  /// @param scale the scale of a PNG, 1 to 3
  /// @throws kelvin.ui.figure.FigureSizeException when the content exceeds the figure's size
  void write(FigureMaker maker, SheetLook look, FigureFormat format, int scale, Path file)
      throws IOException {
    maker.write(() -> sheet(look), (_, out) -> numbers(out), format, scale, file);
  }

  /// A row for each epoch, or for each step of a head; a cell is empty where nothing was measured.
  private void numbers(Writer out) throws IOException {
    var step = run.isHead() ? "step" : "epoch";
    var columns = List.of(step, "trainLoss", "heldOutLoss", "heldOutAccuracy", "otherLoss");
    new NumberTable(columns, this::rows).writeCsv(out);
  }

  private Stream<List<Object>> rows() {
    var curves = run.curves();
    var all = List.of(curves.train(), curves.heldOut(), curves.accuracy(), curves.otherLoss());
    int count = all.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, count)
        .mapToObj(
            at ->
                Stream.concat(
                        Stream.<Object>of(at),
                        all.stream()
                            .map(
                                values ->
                                    at < values.size() && !Double.isNaN(values.get(at))
                                        ? (Object) values.get(at)
                                        : NumberTable.NONE))
                    .toList());
  }

  private FigureSheet sheet(SheetLook look) {
    var curves = new TuningCurves(run.curves(), run.isHead());
    boolean wide = look.width() / look.theme().magnification() >= SIDE_BY_SIDE;
    Pane plots = wide ? new HBox() : new VBox();
    plots.getStyleClass().add(wide ? "figure-row" : "figure-column");
    plots.getChildren().add(panel("LOSS", curves.loss()));
    if (!run.curves().accuracy().isEmpty()) {
      plots.getChildren().add(panel("ACCURACY", curves.accuracy()));
    }
    VBox.setVgrow(plots, Priority.ALWAYS);
    var content = new VBox(plots);
    content.getStyleClass().add("figure-column");
    Stream.concat(run.findings().stream(), Stream.of(run.forgetting()))
        .filter(sentence -> !sentence.isEmpty())
        .forEach(sentence -> content.getChildren().add(note(sentence)));
    return new FigureSheet(title(), caption(), content, look);
  }

  private static Label note(String sentence) {
    var note = new Label(sentence);
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    return note;
  }

  private static FigurePanel panel(String title, ShotsPicture picture) {
    var plot = new ShotsPlot();
    plot.show(picture);
    plot.setPrefHeight(PLOT_HEIGHT);
    var panel = new FigurePanel(title, "", plot);
    panel.setPrefWidth(1);
    HBox.setHgrow(panel, Priority.ALWAYS);
    VBox.setVgrow(panel, Priority.ALWAYS);
    return panel;
  }

  private String title() {
    return run.base().name() + " fine-tuned on " + run.title();
  }

  private String caption() {
    var before = run.before().measures().accuracy();
    return "%s  ·  right on the test part: %s, before %s  ·  %d test inputs"
        .formatted(
            run.conditions(), run.accuracy(), MeasureWords.percent(before.value()), before.count());
  }
}
