package kelvin.ui.figure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import kelvin.display.FigureLook;
import kelvin.display.SheetLook;
import kelvin.display.Theme;

/// Asks for files and saves figures of something else than a distribution in them, with their
/// numbers.
public final class FigureExports {

  /// The scale of figures, high enough for print.
  private static final int SCALE = 2;

  private final ExportWork work;
  private final ObservableValue<Theme> theme;
  private final Consumer<Path> onSaved;

  /// @param theme the theme of the window, which figures use too
  /// @param onSaved gets each saved file on the FX thread
  public FigureExports(ExportWork work, ObservableValue<Theme> theme, Consumer<Path> onSaved) {
    this.work = work;
    this.theme = theme;
    this.onSaved = onSaved;
  }

  /// A figure or its numbers, to be written into a file.
  public interface Content {

    /// @param scale of a PNG
    void write(FigureMaker maker, SheetLook look, int scale, Path file) throws IOException;
  }

  /// Asks for a file.
  ///
  /// @param title of what is saved, from which the name of the file is made
  /// @param formats that are offered
  /// @param first the format that is offered first
  public Optional<Path> ask(
      String title, FigureFormat first, Window window, FigureFormat... formats) {
    var chooser = new FileChooser();
    chooser.setTitle("Export");
    chooser.setInitialFileName(fileName(title) + first.ending());
    chooser
        .getExtensionFilters()
        .setAll(
            Arrays.stream(formats)
                .map(each -> new ExtensionFilter(each.label(), "*" + each.ending()))
                .toList());
    chooser.getExtensionFilters().stream()
        .filter(filter -> filter.getDescription().equals(first.label()))
        .findFirst()
        .ifPresent(chooser::setSelectedExtensionFilter);
    return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
  }

  /// Keeps letters and digits, and puts dashes in place of all other characters.
  public static String fileName(String title) {
    var name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return name.replaceAll("^-|-$", "");
  }

  /// Writes a file in the background, and says so or why it cannot be written.
  public void save(Content content, Path file) {
    var look = new SheetLook(FigureLook.WIDTH, 0, theme.getValue());
    work.run(
        "Saving " + file.getFileName(),
        "Not saved: " + file + ": ",
        maker -> {
          content.write(maker, look, SCALE, file);
          return () -> onSaved.accept(file);
        });
  }
}
