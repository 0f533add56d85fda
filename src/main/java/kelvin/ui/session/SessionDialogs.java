package kelvin.ui.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
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
    question.initOwner(owner);
    ThemeStyle.match(question.getDialogPane(), owner.getScene());
    question.setTitle("Unsaved work");
    question.setHeaderText("Save the changes to “" + name + "”?");
    question.getDialogPane().setId("unsaved-work");
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
  public Optional<Path> askForFileToOpen() {
    var chooser = chooser("Open a session");
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(file -> file.toPath());
  }

  @Override
  public Optional<Path> askWhereToSave(String name) {
    var chooser = chooser("Save the session");
    chooser.setInitialFileName(withEnding(name));
    return Optional.ofNullable(chooser.showSaveDialog(owner))
        .map(file -> file.toPath())
        .map(path -> path.resolveSibling(withEnding(path.getFileName().toString())));
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
