package kelvin.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import kelvin.display.FigureLook;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.ui.control.Numbers;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.figure.ExportDialog;
import kelvin.ui.figure.ExportViewModel;
import kelvin.ui.figure.ExportWork;
import kelvin.ui.figure.FigureData;
import kelvin.ui.figure.FigureExports;
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
  private final FigureMaker previews;
  private final Executor background;
  private final Executor fxThread;
  private final ExportWork work;

  /// @param background where figures wait for the FX thread and files are written
  public Exports(PlaygroundViewModel playground, Executor background, Executor fxThread) {
    this.playground = playground;
    this.background = background;
    this.fxThread = fxThread;
    previews = new FigureMaker(fxThread);
    work = new ExportWork(background, fxThread, new ExportNotices(playground.notices()));
  }

  /// The exports of other figures than those of a distribution.
  ///
  /// @param theme the theme of the window, which figures use too
  public FigureExports others(ObservableValue<Theme> theme) {
    return new FigureExports(work, theme, file -> playground.notices().tell(Done.saved(file)));
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
                previews.preview(
                    data, look, ExportDialog.PREVIEW_WIDTH, ExportDialog.PREVIEW_HEIGHT);
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
    work.run(
        "Saving " + file.getFileName(),
        "Not saved: " + file + ": ",
        maker -> {
          maker.write(data, order.look(), order.format(), order.scale(), file);
          return () -> tell(Done.saved(file));
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
                      playground.prompt().composer().trialProperty().get().prompt(),
                      playground.pages().paths().currentPath());
              copy(form.title(), _ -> copy(copies, form));
            },
            this::refuse);
  }

  private void copy(String form, ExportWork.Job job) {
    work.run("Copying as " + form, "Not copied: ", job);
  }

  private Runnable copy(TextCopies copies, CopyForm form) throws IOException {
    var text = copies.text(form);
    var reservation = copies.reservation(form);
    return () -> {
      EditTarget.copy(text);
      tell(Done.copied(form.title()));
      if (!reservation.isEmpty()) {
        playground.notices().report(reservation);
      }
    };
  }

  /// Copies a picture as an image and everything else as text. A table has tabs, as spreadsheets
  /// expect.
  private void copy(FigureData data, FigureOrder order) {
    copy(
        name(order.format()),
        maker -> {
          var content = content(maker, data, order);
          return () -> {
            Clipboard.getSystemClipboard().setContent(content);
            tell(Done.copied(name(order.format())));
          };
        });
  }

  private static ClipboardContent content(FigureMaker maker, FigureData data, FigureOrder order)
      throws IOException {
    var look = order.look();
    var tables = new FigureTables(data, look.plots().rows());
    var content = new ClipboardContent();
    switch (order.format()) {
      case PNG -> content.putImage(maker.picture(data, look, order.scale()));
      case SVG -> content.putString(maker.drawing(data, look));
      case CSV -> content.putString(maker.numbers(tables.of(look.view())::writeTsv));
      case JSON ->
          content.putString(
              maker.numbers(writer -> new FigureJson(tables, writer).write(look.view())));
    }
    return content;
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
    playground.notices().tell(done);
  }

  private FigureLook look(View view, Theme theme) {
    var scale = playground.distribution().scaleProperty().get();
    var shading = playground.generation().shadingProperty().get();
    var film = Optional.of(playground.distribution().film().scaleProperty().get());
    return FigureLook.of(view, theme, new FigureLook.Plots(scale, 0, shading, film));
  }

  private void refuse() {
    var picture = playground.distribution().pictureProperty().get();
    playground
        .notices()
        .report(
            picture == null
                ? "There is no distribution to export yet."
                : "Figures show all tokens, and the server of this model tells only the "
                    + Numbers.count(picture.rows())
                    + " most probable.");
  }

  private static String sentence(FigureSizeException e) {
    var message = String.valueOf(e.getMessage());
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
