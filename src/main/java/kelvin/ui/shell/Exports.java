package kelvin.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import kelvin.ui.figure.CandidateTable;
import kelvin.ui.figure.DistributionFigure;
import kelvin.ui.figure.PngFile;
import kelvin.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/// Saves what is on show: the picture as PNG, the numbers as CSV.
public final class Exports {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final PlaygroundViewModel playground;
  private final Executor background;
  private final Consumer<String> onProblem;

  /// @param background where files are written
  /// @param onProblem told why a file could not be written, on the background thread
  public Exports(PlaygroundViewModel playground, Executor background, Consumer<String> onProblem) {
    this.playground = playground;
    this.background = background;
    this.onProblem = onProblem;
  }

  /// Asks for a file and draws the distribution on show into it.
  public void picture(Window window, Theme theme) {
    var figure = playground.figure();
    var file = figure.isEmpty() ? null : ask(window, "distribution.png", "PNG picture", "*.png");
    if (file != null) {
      picture(figure.get(), theme, file.toPath());
    }
  }

  private void picture(DistributionFigure figure, Theme theme, Path file) {
    var image =
        figure.scene(playground.model().nameProperty().get(), WIDTH, HEIGHT, theme).snapshot(null);
    save(file, () -> PngFile.write(image, file));
  }

  /// Asks for a file and writes every token of the distribution on show into it.
  public void numbers(Window window) {
    var table = playground.candidates();
    var file = table.isEmpty() ? null : ask(window, "distribution.csv", "Table", "*.csv");
    if (file != null) {
      CandidateTable rows = table.get();
      save(file.toPath(), () -> rows.write(file.toPath()));
    }
  }

  private static @Nullable File ask(Window window, String name, String kind, String pattern) {
    var chooser = new FileChooser();
    chooser.setTitle("Export");
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new ExtensionFilter(kind, pattern));
    return chooser.showSaveDialog(window);
  }

  private void save(Path file, Save action) {
    background.execute(
        () -> {
          try {
            action.run();
          } catch (IOException e) {
            onProblem.accept("Not saved: " + file + ": " + e.getMessage() + ".");
          }
        });
  }

  private interface Save {
    void run() throws IOException;
  }
}
