package kelvin.ui.adapt;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.SheetLook;
import kelvin.experiment.adapt.AdaptNotes;
import kelvin.experiment.adapt.AdaptSummary;
import kelvin.experiment.adapt.AdaptTable;
import kelvin.experiment.adapt.AdaptWords;
import kelvin.experiment.adapt.Adaptation;
import kelvin.ui.control.Numbers;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigurePanel;
import kelvin.ui.figure.FigureSheet;
import kelvin.ui.figure.NumberTable;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPlot;
import kelvin.workspace.adaptation.AdaptationFile;

/// Writes a comparison of the ways to adapt a model as a figure or as numbers.
public record AdaptFigure(Adaptation adaptation) {

  private static final String BETWEEN = "  ·  ";

  /// From this width on, the two plots stand side by side.
  private static final double SIDE_BY_SIDE = 900;

  private static final double PLOT_HEIGHT = 340;

  private static final List<String> HEADINGS =
      List.of("method", "examples", "accuracy", "log loss", "to adapt", "an answer", "kept");

  /// Writes the complete file or changes nothing. Not on the FX thread. As CSV the points are
  /// written, as JSON the comparison.
  ///
  /// @param scale the scale of a PNG, 1 to 3
  /// @throws kelvin.ui.figure.FigureSizeException when the content exceeds the figure's size
  public void write(FigureMaker maker, SheetLook look, FigureFormat format, int scale, Path file)
      throws IOException {
    maker.write(() -> sheet(look), this::numbers, format, scale, file);
  }

  private void numbers(FigureFormat format, Writer out) throws IOException {
    if (format == FigureFormat.JSON) {
      out.write(AdaptationFile.text(adaptation));
    } else {
      new NumberTable(AdaptTable.COLUMNS, () -> AdaptTable.rows(adaptation)).writeCsv(out);
    }
  }

  private FigureSheet sheet(SheetLook look) {
    var curves = new AdaptCurves(adaptation);
    var accuracy = panel("ACCURACY", curves.accuracy());
    var loss = panel("LOG LOSS", curves.logLoss());
    boolean wide = look.width() / look.theme().magnification() >= SIDE_BY_SIDE;
    Pane plots = wide ? new HBox(accuracy, loss) : new VBox(accuracy, loss);
    plots.getStyleClass().add(wide ? "figure-row" : "figure-column");
    VBox.setVgrow(plots, Priority.ALWAYS);
    var content = new VBox(plots, table());
    content.getStyleClass().add("figure-column");
    for (var sentence : AdaptNotes.sentences(adaptation)) {
      var note = new Label(sentence);
      note.setWrapText(true);
      note.setMinHeight(Region.USE_PREF_SIZE);
      content.getChildren().add(note);
    }
    return new FigureSheet(title(), caption(), content, look);
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

  /// The table of the lecture notes with measured numbers: each method with the most examples that
  /// it has.
  private Node table() {
    var grid = new GridPane();
    grid.setHgap(24);
    grid.setVgap(3);
    for (int column = 0; column < HEADINGS.size(); column++) {
      grid.add(cell(HEADINGS.get(column), column, "quiet"), column, 0);
    }
    int row = 1;
    for (var method : adaptation.methods()) {
      var last = AdaptCurves.last(adaptation, method);
      if (last.isPresent()) {
        var cells = cells(last.get());
        for (int column = 0; column < cells.size(); column++) {
          grid.add(cell(cells.get(column), column, "token-text"), column, row);
        }
        row++;
      }
    }
    return new FigurePanel("WITH THE MOST EXAMPLES", "", grid);
  }

  private static Label cell(String text, int column, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
    return label;
  }

  private static List<String> cells(AdaptSummary summary) {
    return List.of(
        summary.method().label(),
        Integer.toString(summary.examples()),
        String.format(
            Locale.ROOT,
            "%.1f %%  (%.1f–%.1f)",
            100 * summary.accuracy(),
            100 * summary.interval().low(),
            100 * summary.interval().high()),
        Numbers.probability(summary.logLoss()),
        AdaptWords.seconds(summary.costs().adaptSeconds()),
        AdaptWords.seconds(summary.costs().answerSeconds()),
        AdaptWords.bytes(summary.costs().bytes()));
  }

  String title() {
    return "Ways to adapt " + adaptation.facts().model() + " to " + adaptation.facts().data();
  }

  private String caption() {
    var facts = adaptation.facts();
    var parts = new ArrayList<String>();
    parts.add(facts.model());
    parts.add(facts.data());
    parts.add(Numbers.count(facts.tests()) + " test inputs");
    parts.add(
        facts.seeds() + (facts.seeds() == 1 ? " draw" : " draws") + " from seed " + facts.seed());
    parts.add("trained weights: " + facts.depth());
    parts.add("in brackets: 95 % interval (Wilson) for other test inputs");
    return String.join(BETWEEN, parts);
  }
}
