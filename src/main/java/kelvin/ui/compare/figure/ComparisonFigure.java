package kelvin.ui.compare.figure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.display.InformationUnit;
import kelvin.display.SheetLook;
import kelvin.engine.pair.ComparisonJson;
import kelvin.engine.pair.ModelComparison;
import kelvin.engine.pair.PairWork.Done;
import kelvin.engine.pair.PairedText;
import kelvin.engine.pair.PairedToken;
import kelvin.text.json.Json;
import kelvin.ui.compare.text.PairWords;
import kelvin.ui.compare.text.TextShade;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigurePanel;
import kelvin.ui.figure.FigureSheet;
import kelvin.ui.figure.NumberTable;
import kelvin.ui.figure.TokenStrip;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;
import kelvin.ui.text.TokenShades;

/// Writes a comparison of two models over a text as a figure, or as the numbers of `kelvin
/// compare`.
///
/// @param shade the measure that shades the text
public record ComparisonFigure(Done done, TextShade shade, InformationUnit unit) {

  private static final double MIN_HEIGHT = 160;

  /// Writes the complete file or changes nothing. Not on the FX thread.
  ///
  /// @param scale the scale of a PNG, 1 to 3
  /// @throws kelvin.ui.figure.FigureSizeException when the content exceeds the figure's size
  public void write(FigureMaker maker, SheetLook look, FigureFormat format, int scale, Path file)
      throws IOException {
    maker.write(() -> sheet(look), this::numbers, format, scale, file);
  }

  private FigureSheet sheet(SheetLook look) {
    var panel = done.comparison().text().map(this::strip).orElseGet(this::characters);
    var content = new VBox(panel);
    VBox.setVgrow(panel, Priority.ALWAYS);
    return new FigureSheet("A: " + name(true) + ", B: " + name(false), caption(), content, look);
  }

  private String caption() {
    return "A: " + name(true) + "  ·  B: " + name(false) + "  ·  " + PairWords.totals(done, unit);
  }

  /// The name of a model with its precision.
  private String name(boolean isA) {
    var side = isA ? done.comparison().model() : done.comparison().against();
    return side.name() + " (" + side.descriptor().precision() + ")";
  }

  private FigurePanel strip(PairedText text) {
    var tokens =
        done.context()
            .describe(
                done.vocabulary(), Collections.nCopies(done.context().length(), Optional.empty()));
    Node strip = new TokenStrip(tokens, shades(text));
    return new FigurePanel("OVER A TEXT", "", strip, FigurePanel.word(shade.words()));
  }

  private TokenShades shades(PairedText text) {
    var flipped = text.firstFlippedDraw();
    var none = new TokenShades.Shade(Double.NaN, Double.NaN, "");
    var all =
        IntStream.range(0, done.context().length())
            .mapToObj(
                position ->
                    text.tokens().stream()
                        .filter(token -> token.position() == position)
                        .findFirst()
                        .map(
                            token ->
                                new TokenShades.Shade(
                                    token.divergence().kl(),
                                    shade.of(token),
                                    "",
                                    flipped.equals(Optional.of(token))))
                        .orElse(none))
            .toList();
    return new TokenShades(all, List.of(), "", "kl", false);
  }

  private FigurePanel characters() {
    var rows = new PairBars();
    rows.whatProperty().set("next character");
    rows.barsProperty()
        .set(
            done.comparison().next().stream()
                .flatMap(next -> next.characters().stream())
                .map(
                    each ->
                        new PairBar(
                            each.character(),
                            each.probability(),
                            each.againstProbability(),
                            PairBar.Kind.PLAIN))
                .toList());
    rows.setPrefHeight(Math.max(MIN_HEIGHT, rows.getPrefHeight()));
    return new FigurePanel("NEXT CHARACTER", "after the text", rows);
  }

  private void numbers(FigureFormat format, Writer out) throws IOException {
    if (format == FigureFormat.JSON) {
      json(List.of(done), out);
    } else {
      table().writeCsv(out);
    }
  }

  /// Writes comparisons as `kelvin compare --json` does.
  static void json(List<Done> comparisons, Writer out) throws IOException {
    var json = new PrintWriter(out);
    new ComparisonJson(comparisons.getFirst().vocabulary())
        .write(new Json(json), comparisons.stream().map(Done::comparison).toList());
    // A failure of the file is told when it is closed.
    json.flush();
  }

  /// The positions of the text, or the next characters, with the names of the command's JSON.
  NumberTable table() {
    ModelComparison compared = done.comparison();
    if (compared.text().isPresent()) {
      var text = compared.text().get();
      return new NumberTable(
          List.of(
              "position",
              "id",
              "token",
              "kl",
              "js",
              "totalVariation",
              "topAgrees",
              "rankOfOtherTop",
              "logProbability",
              "againstLogProbability",
              "u",
              "drawnId",
              "drawn",
              "againstDrawnId",
              "againstDrawn",
              "drawAgrees"),
          () -> text.tokens().stream().map(this::row));
    }
    return new NumberTable(
        List.of("character", "probability", "againstProbability"),
        () ->
            compared.next().stream()
                .flatMap(next -> next.characters().stream())
                .map(
                    each ->
                        List.<Object>of(
                            each.character(), each.probability(), each.againstProbability())));
  }

  private List<Object> row(PairedToken token) {
    return List.of(
        token.position(),
        token.id(),
        done.vocabulary().text(token.id()),
        token.divergence().kl(),
        token.divergence().jensenShannon(),
        token.divergence().totalVariation(),
        token.topAgrees(),
        token.rankOfOtherTop(),
        token.logProbability(),
        token.againstLogProbability(),
        token.draws().u(),
        token.draws().id(),
        done.vocabulary().text(token.draws().id()),
        token.draws().againstId(),
        done.vocabulary().text(token.draws().againstId()),
        token.draws().agrees());
  }
}
