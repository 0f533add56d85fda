package kelvin.ui.shell;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import kelvin.display.FigureLook;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.text.Reason;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.figure.ExportDialog;
import kelvin.ui.figure.ExportViewModel;
import kelvin.ui.figure.FigureData;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureJson;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.figure.FigureOrder;
import kelvin.ui.figure.FigureSizeException;
import kelvin.ui.figure.FigureTables;
import kelvin.ui.playground.Done;
import kelvin.ui.playground.PlaygroundViewModel;

/// Saves and copies the visible views, as pictures or as numbers.
public final class Exports {

  /// Fine enough for a slide.
  private static final int COPIED_SCALE = 2;

  private final PlaygroundViewModel playground;
  private final FigureMaker maker;
  private final Executor background;
  private final Executor fxThread;
  private final Consumer<String> onProblem;

  /// @param background where figures wait for the FX thread and files are written
  /// @param onProblem called on the FX thread with the reason why something was not saved or copied
  public Exports(
      PlaygroundViewModel playground,
      Executor background,
      Executor fxThread,
      Consumer<String> onProblem) {
    this.playground = playground;
    this.background = background;
    this.fxThread = fxThread;
    this.onProblem = onProblem;
    maker = new FigureMaker(fxThread);
  }

  /// Asks what to export and how, and does it.
  public void export(View view, Window window, Theme theme) {
    playground
        .figureData()
        .ifPresentOrElse(
            data ->
                dialog(data, look(view, theme), window)
                    .showAndWait()
                    .ifPresent(answer -> carryOut(data, answer, window)),
            this::refuse);
  }

  private ExportDialog dialog(FigureData data, FigureLook start, Window window) {
    var dialog = new ExportDialog(new ExportViewModel(start, data.views()), window);
    dialog.setOnPreview(look -> preview(data, look, dialog));
    return dialog;
  }

  private void preview(FigureData data, FigureLook look, ExportDialog dialog) {
    background.execute(
        () -> {
          try {
            var picture =
                maker.preview(data, look, ExportDialog.PREVIEW_WIDTH, ExportDialog.PREVIEW_HEIGHT);
            fxThread.execute(() -> dialog.showPreview(picture));
          } catch (FigureSizeException e) {
            fxThread.execute(() -> dialog.showProblem(sentence(e)));
          } catch (IOException _) {
            // interrupted: the window is closing
          }
        });
  }

  private void carryOut(FigureData data, ExportDialog.Answer answer, Window window) {
    var order = answer.order();
    if (answer.copy()) {
      copy(data, order);
    } else {
      ask(window, order).ifPresent(file -> save(data, order, file));
    }
  }

  private static Optional<Path> ask(Window window, FigureOrder order) {
    var ending = order.format().ending();
    var chooser = new FileChooser();
    chooser.setTitle("Export");
    chooser.setInitialFileName(order.look().view().fileName() + ending);
    chooser.getExtensionFilters().add(new ExtensionFilter(order.format().label(), "*" + ending));
    return Optional.ofNullable(chooser.showSaveDialog(window)).map(file -> file.toPath());
  }

  private void save(FigureData data, FigureOrder order, Path file) {
    work(
        "Not saved: " + file + ": ",
        () -> {
          maker.write(data, order.look(), order.format(), order.scale(), file);
          tell(Done.saved(file));
        });
  }

  /// Copies a picture of a view to the clipboard.
  public void copyPicture(View view, Theme theme) {
    playground
        .figureData()
        .ifPresentOrElse(
            data -> copy(data, new FigureOrder(look(view, theme), FigureFormat.PNG, COPIED_SCALE)),
            this::refuse);
  }

  /// Copies the table behind a view to the clipboard.
  public void copyNumbers(View view) {
    playground
        .figureData()
        .ifPresentOrElse(
            data -> copy(data, new FigureOrder(look(view, Theme.LIGHT), FigureFormat.CSV, 1)),
            this::refuse);
  }

  /// Copies the answer as text. Says what a command line cannot repeat.
  public void copyAs(CopyForm form) {
    playground
        .figureData()
        .ifPresentOrElse(
            data -> {
              var chain = playground.sampling().chainProperty().get();
              var copies =
                  new TextCopies(
                      data,
                      chain,
                      playground.model().folderToName(),
                      playground.prompt().composer().trialProperty().get().prompt());
              work("Not copied: ", () -> copy(copies, form));
            },
            this::refuse);
  }

  private void copy(TextCopies copies, CopyForm form) throws IOException {
    var text = copies.text(form);
    var reservation = copies.reservation(form);
    fxThread.execute(
        () -> {
          EditTarget.copy(text);
          playground.notices().tell(Done.copied(form.title()));
          if (!reservation.isEmpty()) {
            onProblem.accept(reservation);
          }
        });
  }

  /// Copies a picture as an image and everything else as text. A table has tabs, as spreadsheets
  /// expect.
  private void copy(FigureData data, FigureOrder order) {
    work(
        "Not copied: ",
        () -> {
          var look = order.look();
          var content = new ClipboardContent();
          switch (order.format()) {
            case PNG -> content.putImage(maker.picture(data, look, order.scale()));
            case SVG -> content.putString(maker.drawing(data, look));
            case CSV, JSON -> content.putString(numbers(data, order));
          }
          fxThread.execute(() -> Clipboard.getSystemClipboard().setContent(content));
          tell(Done.copied(name(order.format())));
        });
  }

  private static String name(FigureFormat format) {
    return switch (format) {
      case PNG -> "a picture";
      case SVG -> "SVG";
      case CSV -> "a table";
      case JSON -> "JSON";
    };
  }

  private void tell(Done done) {
    fxThread.execute(() -> playground.notices().tell(done));
  }

  private static String numbers(FigureData data, FigureOrder order) throws IOException {
    var tables = new FigureTables(data, order.look().plots().rows());
    var text = new StringWriter();
    if (order.format() == FigureFormat.JSON) {
      new FigureJson(tables, text).write(order.look().view());
    } else {
      tables.of(order.look().view()).writeTsv(text);
    }
    return text.toString();
  }

  private FigureLook look(View view, Theme theme) {
    var scale = playground.distribution().scaleProperty().get();
    var shading = playground.generation().shadingProperty().get();
    var film = Optional.of(playground.distribution().film().scaleProperty().get());
    return FigureLook.of(view, theme, new FigureLook.Plots(scale, 0, shading, film));
  }

  private void refuse() {
    onProblem.accept("There is no distribution to export yet.");
  }

  private void work(String failed, Work work) {
    background.execute(
        () -> {
          try {
            work.run();
          } catch (FigureSizeException e) {
            say(failed + e.getMessage() + ".");
          } catch (IOException e) {
            say(failed + Reason.of(e) + ".");
          }
        });
  }

  private void say(String sentence) {
    fxThread.execute(() -> onProblem.accept(sentence));
  }

  private static String sentence(FigureSizeException e) {
    var message = String.valueOf(e.getMessage());
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }

  private interface Work {
    void run() throws IOException;
  }
}
