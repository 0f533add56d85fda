package kelvin.ui.lab;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.display.SheetLook;
import kelvin.prompt.sweep.SweepResult;
import kelvin.ui.control.Numbers;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigurePanel;
import kelvin.ui.figure.FigureSheet;
import kelvin.workspace.SweepFile;

/// Writes a sweep as a figure or as numbers.
public final class SweepFigure {

  private static final String BETWEEN = "  ·  ";

  private final String title;
  private final SweepResult result;
  private final SweepLook choices;

  private SweepFigure(String title, SweepResult result, SweepLook choices) {
    this.title = title;
    this.result = result;
    this.choices = choices;
  }

  public static SweepFigure of(SweepResult result, SweepLook choices) {
    return of(LabResult.of(result), choices);
  }

  static SweepFigure of(LabResult named, SweepLook choices) {
    return new SweepFigure(named.title(), named.result(), choices);
  }

  /// Writes the complete file or changes nothing. Not on the FX thread.
  ///
  /// @param scale the scale of a PNG, 1 to 3
  /// @throws kelvin.ui.figure.FigureSizeException when the content exceeds the figure's size
  public void write(FigureMaker maker, SheetLook look, FigureFormat format, int scale, Path file)
      throws IOException {
    maker.write(() -> sheet(look), this::numbers, format, scale, file);
  }

  private void numbers(FigureFormat format, Writer out) throws IOException {
    if (format == FigureFormat.JSON) {
      out.write(SweepFile.text(result));
    } else {
      SweepNumbers.table(result).writeCsv(out);
    }
  }

  private FigureSheet sheet(SheetLook look) {
    var picture = SweepPicture.of(result, choices);
    var plot = picture.plot();
    var panel =
        new FigurePanel(LabResult.name(result.kind()).toUpperCase(Locale.ROOT), task(), plot);
    for (var sentence : picture.sentences()) {
      var label = new Label(sentence);
      label.setWrapText(true);
      label.setMinHeight(Label.USE_PREF_SIZE);
      panel.getChildren().add(label);
    }
    var content = new VBox(panel);
    VBox.setVgrow(panel, Priority.ALWAYS);
    return new FigureSheet(title, caption(), content, look);
  }

  private String task() {
    return result.facts().task();
  }

  /// The origin of the sweep, with all that is needed to repeat it.
  String caption() {
    var facts = result.facts();
    var parts = new ArrayList<String>();
    parts.add(facts.model());
    parts.add("seed " + facts.seed());
    long tests = result.outcomes().stream().mapToInt(o -> o.variant().test()).distinct().count();
    parts.add(
        Numbers.count(result.outcomes().size())
            + " prompts"
            + (tests > 1 ? " about " + tests + " test inputs" : ""));
    if (!facts.normalization().equals("none")) {
      parts.add("shares per " + facts.normalization());
    }
    parts.add(
        Numbers.count(facts.cost().tokensRun())
            + " tokens run instead of "
            + Numbers.count(facts.cost().tokensNaive()));
    return String.join(BETWEEN, parts);
  }
}
