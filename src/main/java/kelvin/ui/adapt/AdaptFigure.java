package kelvin.ui.adapt;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.SheetLook;
import kelvin.experiment.adapt.AdaptNotes;
import kelvin.experiment.adapt.AdaptTable;
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

  private Node table() {
    return new FigurePanel("WITH THE MOST EXAMPLES", "", AdaptGrid.of(adaptation));
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
