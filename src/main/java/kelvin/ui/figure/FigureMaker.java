package kelvin.ui.figure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import kelvin.display.FigureLook;
import kelvin.inference.Cancellation;

/// Makes figures and tables on a thread that may wait. Slow work is done on that thread, and only
/// the drawing on the FX thread.
public final class FigureMaker {

  /// The most pixels that the FX thread draws at a time: it takes some hundredths of a second.
  private static final int STRIP_PIXELS = 1 << 19;

  private final Executor fxThread;
  private final Cancellation cancellation;

  public FigureMaker(Executor fxThread) {
    this(fxThread, new Cancellation());
  }

  /// @param cancellation ends the work with a `CancelledException`; no file is then left
  FigureMaker(Executor fxThread, Cancellation cancellation) {
    this.fxThread = fxThread;
    this.cancellation = cancellation;
  }

  /// @param scale pixels for each pixel of the figure, across and down
  /// @throws FigureSizeException when the figure does not fit its size
  public Image picture(FigureData data, FigureLook look, int scale) throws IOException {
    var computed = Computed.of(data, look.view());
    return inStrips(() -> FigureSheet.of(data, computed, look), scale);
  }

  /// Makes a small version of the figure.
  ///
  /// @throws FigureSizeException when the figure does not fit its size
  public Image preview(FigureData data, FigureLook look, double maxWidth, double maxHeight)
      throws IOException {
    return draw(data, look, sheet -> sheet.preview(maxWidth, maxHeight));
  }

  /// Makes the figure as an SVG document.
  ///
  /// @throws FigureSizeException when the figure does not fit its size
  public String drawing(FigureData data, FigureLook look) throws IOException {
    return draw(data, look, SvgDrawing::of);
  }

  /// Writes a file completely or not at all.
  ///
  /// @param scale of a picture
  /// @throws FigureSizeException when the figure does not fit its size
  public void write(FigureData data, FigureLook look, FigureFormat format, int scale, Path file)
      throws IOException {
    var tables = new FigureTables(data, look.plots().rows());
    switch (format) {
      case PNG -> savePicture(picture(data, look, scale), file);
      case SVG -> {
        var drawing = drawing(data, look);
        WholeFile.write(file, out -> text(out, writer -> writer.write(drawing)));
      }
      case CSV -> {
        var table = tables.of(look.view());
        WholeFile.write(file, out -> text(out, table::writeCsv));
      }
      case JSON ->
          WholeFile.write(
              file, out -> text(out, writer -> new FigureJson(tables, writer).write(look.view())));
    }
  }

  /// Writes a figure of something else than a distribution, completely or not at all.
  ///
  /// @param sheet makes the sheet, on the FX thread and only for a picture
  /// @param numbers writes the numbers behind the figure, for the other formats
  /// @throws FigureSizeException when the figure does not fit its size
  public void write(
      Supplier<FigureSheet> sheet, Numbers numbers, FigureFormat format, int scale, Path file)
      throws IOException {
    switch (format) {
      case PNG -> savePicture(inStrips(sheet, scale), file);
      case SVG -> {
        var drawing = onFxThread(() -> SvgDrawing.of(sheet.get()));
        WholeFile.write(file, out -> text(out, writer -> writer.write(drawing)));
      }
      case CSV, JSON ->
          WholeFile.write(file, out -> text(out, writer -> numbers.write(format, writer)));
    }
  }

  /// The numbers behind a figure.
  public interface Numbers {
    void write(FigureFormat format, Writer out) throws IOException;
  }

  private void savePicture(Image picture, Path file) throws IOException {
    var encoded = PngFile.encode(picture);
    cancellation.throwIfCancelled();
    WholeFile.write(file, encoded::writeTo);
  }

  /// Draws a figure line by line, some lines at a time. In between, the FX thread does other work,
  /// and the drawing can be cancelled.
  private Image inStrips(Supplier<FigureSheet> made, int scale) throws IOException {
    var sheet =
        onFxThread(
            () -> {
              var laidOut = made.get();
              laidOut.layOut(scale);
              return laidOut;
            });
    var size = onFxThread(sheet::size);
    int width = (int) size.getWidth();
    int height = (int) size.getHeight();
    var picture = new WritableImage(width, height);
    int most = Math.max(1, STRIP_PIXELS / width);
    for (int from = 0; from < height; from += most) {
      int first = from;
      int count = Math.min(most, height - from);
      var strip = onFxThread(() -> sheet.lines(first, count));
      picture.getPixelWriter().setPixels(0, first, width, count, strip.getPixelReader(), 0, 0);
    }
    return picture;
  }

  private <T> T draw(FigureData data, FigureLook look, Function<FigureSheet, T> drawing)
      throws IOException {
    var computed = Computed.of(data, look.view());
    return onFxThread(() -> drawing.apply(FigureSheet.of(data, computed, look)));
  }

  private <T> T onFxThread(Supplier<T> drawing) throws IOException {
    cancellation.throwIfCancelled();
    var drawn = CompletableFuture.supplyAsync(drawing, fxThread);
    try {
      var made = drawn.get();
      cancellation.throwIfCancelled();
      return made;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FigureSizeException refused) {
        throw refused;
      }
      throw new IllegalStateException("the figure cannot be drawn", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Makes the numbers of a figure as one text.
  public String numbers(Text content) throws IOException {
    var text = new StringWriter();
    write(text, content);
    return text.toString();
  }

  private void text(OutputStream out, Text content) throws IOException {
    write(new OutputStreamWriter(out, StandardCharsets.UTF_8), content);
  }

  private void write(Writer out, Text content) throws IOException {
    var writer = new BufferedWriter(new CancellableWriter(out, cancellation));
    content.writeTo(writer);
    writer.flush();
  }

  /// A text that may be long.
  public interface Text {
    void writeTo(Writer writer) throws IOException;
  }
}
