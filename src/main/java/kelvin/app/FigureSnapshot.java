package kelvin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.image.Image;
import kelvin.cli.Figure;
import kelvin.cli.FigureRenderer;
import kelvin.ui.figure.DistributionFigure;
import kelvin.ui.figure.PngFile;
import kelvin.ui.theme.Theme;

/// Draws a figure with JavaFX's own headless platform: no display is needed or used.
final class FigureSnapshot implements FigureRenderer {

  FigureSnapshot() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }

  @Override
  public void render(Figure figure, Path file) throws IOException {
    var picture = new CompletableFuture<Image>();
    Platform.startup(
        () -> {
          try {
            picture.complete(draw(figure));
          } catch (RuntimeException | Error e) {
            picture.completeExceptionally(e);
          }
        });
    try {
      PngFile.write(picture.get(), file);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the figure cannot be drawn", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Platform.exit();
    }
  }

  private static Image draw(Figure figure) {
    var theme = figure.dark() ? Theme.DARK : Theme.LIGHT;
    return new DistributionFigure(figure.prediction(), figure.vocabulary(), figure.chain())
        .scene(figure.modelName(), figure.width(), figure.height(), theme)
        .snapshot(null);
  }
}
