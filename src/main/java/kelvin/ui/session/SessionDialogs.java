package kelvin.ui.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import kelvin.ui.control.TabMoves;
import kelvin.ui.theme.ThemeStyle;
import kelvin.workspace.SessionFile;

/// Asks with the file dialogs of the operating system and a dialog of our own.
public final class SessionDialogs implements Questions {

  private final Stage owner;

  public SessionDialogs(Stage owner) {
    this.owner = owner;
  }

  @Override
  public Unsaved askAboutUnsaved(String name) {
    var save = new ButtonType("Save", ButtonData.YES);
    var letGo = new ButtonType("Don’t save", ButtonData.NO);
    var cancel = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
    var question =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "What was done since the last save is lost otherwise.",
            save,
            letGo,
            cancel);
    prepare(question, "Unsaved work", "unsaved-work");
    question.setHeaderText("Save the changes to “" + name + "”?");
    question.getDialogPane().lookupButton(save).setId("unsaved-save");
    question.getDialogPane().lookupButton(letGo).setId("unsaved-let-go");
    question.getDialogPane().lookupButton(cancel).setId("unsaved-cancel");
    var answer = question.showAndWait().orElse(cancel);
    if (answer.equals(save)) {
      return Unsaved.SAVE;
    }
    return answer.equals(letGo) ? Unsaved.LET_GO : Unsaved.CANCEL;
  }

  @Override
  public Changed askAboutChangedFile(String name) {
    var saveAs = new ButtonType("Save as…", ButtonData.YES);
    var overwrite = new ButtonType("Overwrite", ButtonData.NO);
    var difference = new ButtonType("Show the difference", ButtonData.LEFT);
    var cancel = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
    var question =
        new Alert(
            Alert.AlertType.WARNING,
            "Overwriting the file loses what was saved to it meanwhile.",
            difference,
            saveAs,
            overwrite,
            cancel);
    prepare(question, "File changed on disk", "changed-file");
    question.setHeaderText(
        "Another window or program has changed “" + name + "” since you opened or saved it.");
    question.getDialogPane().lookupButton(saveAs).setId("changed-save-as");
    question.getDialogPane().lookupButton(overwrite).setId("changed-overwrite");
    question.getDialogPane().lookupButton(difference).setId("changed-show");
    question.getDialogPane().lookupButton(cancel).setId("changed-cancel");
    for (var type : question.getButtonTypes()) {
      showWholeName(question.getDialogPane().lookupButton(type));
    }
    var answer = question.showAndWait().orElse(cancel);
    if (answer.equals(saveAs)) {
      return Changed.SAVE_AS;
    }
    if (answer.equals(overwrite)) {
      return Changed.OVERWRITE;
    }
    return answer.equals(difference) ? Changed.SHOW_DIFFERENCE : Changed.CANCEL;
  }

  /// Gives a button the width of its name, where several buttons would share one that is too small.
  private static void showWholeName(Node button) {
    ButtonBar.setButtonUniformSize(button, false);
    if (button instanceof Region region) {
      region.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  @Override
  public void showDifference(String name, List<String> sentences) {
    var text = new TextArea(String.join("\n", sentences));
    text.setId("difference-text");
    TabMoves.out(text);
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(Math.clamp(sentences.size() + 1L, 4, 16));
    text.setPrefColumnCount(48);
    var dialog = new Alert(Alert.AlertType.INFORMATION, "", ButtonType.CLOSE);
    prepare(dialog, "Difference", "difference");
    dialog.setHeaderText("“" + name + "” on disk and in this window");
    dialog.getDialogPane().setContent(text);
    dialog.setResizable(true);
    dialog.getDialogPane().lookupButton(ButtonType.CLOSE).setId("difference-close");
    dialog.showAndWait();
  }

  private void prepare(Alert dialog, String title, String id) {
    dialog.initOwner(owner);
    ThemeStyle.match(dialog.getDialogPane(), owner.getScene());
    dialog.setTitle(title);
    dialog.getDialogPane().setId(id);
  }

  @Override
  public Optional<Path> askForFileToOpen() {
    var chooser = chooser("Open a session, a record or a certificate");
    var all =
        new ExtensionFilter(
            "Work of Kelvin",
            FileKind.WITH_WORK.stream().map(kind -> "*" + kind.ending()).toList());
    chooser.getExtensionFilters().addFirst(all);
    chooser.setSelectedExtensionFilter(all);
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(file -> file.toPath());
  }

  @Override
  public Optional<Path> askWhereToSave(String name) {
    var chooser = chooser("Save the session");
    chooser.setInitialFileName(withEnding(name));
    var chosen = Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
    var path =
        chosen.map(typed -> typed.resolveSibling(withEnding(typed.getFileName().toString())));
    // The system's dialog asked about the name without the ending.
    boolean isUnasked = !path.equals(chosen) && Files.exists(path.get());
    return isUnasked && !mayReplace(path.get()) ? askWhereToSave(name) : path;
  }

  private boolean mayReplace(Path path) {
    var replace = new ButtonType("Replace", ButtonData.YES);
    var question =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "Replacing it loses what it holds.",
            replace,
            ButtonType.CANCEL);
    prepare(question, "File exists", "replace-file");
    question.setHeaderText("“" + path.getFileName() + "” exists already. Replace it?");
    return question.showAndWait().filter(replace::equals).isPresent();
  }

  private static FileChooser chooser(String title) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter("Kelvin session", "*" + SessionFile.ENDING));
    return chooser;
  }

  /// The dialogs of some desktops do not add the extension.
  private static String withEnding(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(SessionFile.ENDING)
        ? name
        : name + SessionFile.ENDING;
  }
}
