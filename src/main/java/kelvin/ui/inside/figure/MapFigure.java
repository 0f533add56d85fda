package kelvin.ui.inside.figure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kelvin.display.SheetLook;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.text.json.Json;
import kelvin.ui.control.Numbers;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigurePanel;
import kelvin.ui.figure.FigureSheet;
import kelvin.ui.figure.NumberTable;
import kelvin.ui.plot.map.MapPicture;
import kelvin.ui.plot.map.TokenMapPlot;

/// Writes a map of tokens as a figure or as numbers.
///
/// @param matrix that the vectors come from
/// @param model the name of the model
/// @param labelled whether tokens have their texts beside them
public record MapFigure(MapPicture picture, Matrix matrix, String model, boolean labelled) {

  private static final double HEIGHT = 560;

  /// Writes the complete file or changes nothing. Not on the FX thread.
  ///
  /// @param scale the scale of a PNG, 1 to 3
  /// @throws kelvin.ui.figure.FigureSizeException when the content exceeds the figure's size
  public void write(FigureMaker maker, SheetLook look, FigureFormat format, int scale, Path file)
      throws IOException {
    maker.write(() -> sheet(look), this::numbers, format, scale, file);
  }

  private FigureSheet sheet(SheetLook look) {
    var plot = new TokenMapPlot();
    plot.labelledProperty().set(labelled);
    plot.setPrefHeight(HEIGHT);
    plot.show(picture);
    var panel = new FigurePanel("MAP", "", plot);
    var content = new VBox(panel);
    VBox.setVgrow(panel, Priority.ALWAYS);
    return new FigureSheet(title(), caption(), content, look);
  }

  String title() {
    return Numbers.tokens(picture.count())
        + " by the first two principal components of their vectors";
  }

  private String caption() {
    return model
        + "  ·  "
        + (matrix == Matrix.INPUT ? "input embedding" : "output matrix")
        + "  ·  "
        + picture.shares();
  }

  private void numbers(FigureFormat format, Writer out) throws IOException {
    if (format == FigureFormat.JSON) {
      var json = new PrintWriter(out);
      write(new Json(json));
      // A failure of the file is told when it is closed.
      json.flush();
    } else {
      table().writeCsv(out);
    }
  }

  private NumberTable table() {
    return new NumberTable(
        List.of("id", "token", "x", "y"),
        () ->
            picture.points().stream()
                .map(point -> List.of(point.id(), point.text(), point.x(), point.y())));
  }

  private void write(Json json) throws IOException {
    json.document(
        () -> {
          json.member("model", model);
          json.member("matrix", matrix.label());
          json.member("shareX", picture.firstShare());
          json.member("shareY", picture.secondShare());
          json.array(
              "tokens",
              () -> {
                for (var point : picture.points()) {
                  json.object(
                      () -> {
                        json.member("id", point.id());
                        json.member("token", point.text());
                        json.member("x", point.x());
                        json.member("y", point.y());
                      });
                }
              });
        });
  }
}
