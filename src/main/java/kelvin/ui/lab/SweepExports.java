package kelvin.ui.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import kelvin.display.FigureLook;
import kelvin.display.SheetLook;
import kelvin.display.Theme;
import kelvin.text.Reason;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigureSizeException;

/// Saves sweeps as figures and as numbers.
public final class SweepExports {

  /// The scale of figures, high enough for print.
  private static final int SCALE = 2;

  private final FigureMaker maker;
  private final Executor background;
  private final Executor fxThread;
  private final Consumer<String> onProblem;
  private final ObservableValue<Theme> theme;
  private final Consumer<Path> onSaved;

  /// @param background makes figures and writes files
  /// @param onProblem gets the reason on the FX thread if a file cannot be saved
  /// @param theme the theme of the window, which figures use too
  /// @param onSaved gets each saved file on the FX thread
  public SweepExports(
      Executor background,
      Executor fxThread,
      Consumer<String> onProblem,
      ObservableValue<Theme> theme,
      Consumer<Path> onSaved) {
    maker = new FigureMaker(fxThread);
    this.background = background;
    this.fxThread = fxThread;
    this.onProblem = onProblem;
    this.theme = theme;
    this.onSaved = onSaved;
  }

  /// Asks for a file and saves a sweep in the format that the file's name says.
  void export(LabResult result, SweepLook choices, FigureFormat format, Window window) {
    var chooser = new FileChooser();
    chooser.setTitle("Export");
    chooser.setInitialFileName(fileName(result.title()) + format.ending());
    chooser
        .getExtensionFilters()
        .setAll(
            Arrays.stream(FigureFormat.values())
                .map(each -> new ExtensionFilter(each.label(), "*" + each.ending()))
                .toList());
    chooser.getExtensionFilters().stream()
        .filter(filter -> filter.getDescription().equals(format.label()))
        .findFirst()
        .ifPresent(chooser::setSelectedExtensionFilter);
    Optional.ofNullable(chooser.showSaveDialog(window))
        .ifPresent(file -> save(result, choices, format, file.toPath()));
  }

  /// Keeps letters and digits, and puts dashes in place of all other characters.
  static String fileName(String title) {
    var name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return name.replaceAll("^-|-$", "");
  }

  /// Saves a sweep. The ending of the file's name takes precedence over `format`.
  ///
  /// @param choices for a picture
  public void save(LabResult result, SweepLook choices, FigureFormat format, Path file) {
    var kind = FigureFormat.ofFile(file.toString()).orElse(format);
    var look = new SheetLook(FigureLook.WIDTH, 0, theme.getValue());
    background.execute(
        () -> {
          try {
            SweepFigure.of(result, choices).write(maker, look, kind, SCALE, file);
            fxThread.execute(() -> onSaved.accept(file));
          } catch (FigureSizeException e) {
            report(file, String.valueOf(e.getMessage()));
          } catch (IOException e) {
            report(file, Reason.of(e));
          }
        });
  }

  private void report(Path file, String reason) {
    fxThread.execute(() -> onProblem.accept("Not saved: " + file + ": " + reason + "."));
  }
}
