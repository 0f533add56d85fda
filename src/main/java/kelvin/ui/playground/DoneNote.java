package kelvin.ui.playground;

import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import kelvin.ui.fx.FxThread;

/// Says above the bottom of the window that something was saved or copied. It lies over the
/// panels, so that nothing moves, and leaves by itself while neither mouse nor focus is in it.
public final class DoneNote extends StackPane {

  /// Long enough to read a path and to reach the button.
  public static final Duration STAYS = Duration.seconds(8);

  private final Label sentence = new Label();
  private final Tooltip whole = new Tooltip();
  private final Button folder = new Button("Show in folder");
  private final HBox note = new HBox(sentence, folder);
  private final PauseTransition stay;
  private final boolean canShow;
  private Optional<Path> file = Optional.empty();

  /// @param fileManager empty where the desktop cannot
  public DoneNote(Notices notices, Optional<ShowInFolder> fileManager, Duration stays) {
    canShow = fileManager.isPresent();
    setManaged(false);
    setPickOnBounds(false);
    setAlignment(Pos.BOTTOM_CENTER);
    getStyleClass().add("done-ground");
    note.setId("done");
    note.getStyleClass().add("done-note");
    note.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    note.setAccessibleRole(AccessibleRole.TEXT);
    note.accessibleTextProperty().bind(sentence.textProperty());
    // The name of the file and the last folder are what matters most in a long path.
    sentence.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    sentence.setTooltip(whole);
    whole.textProperty().bind(sentence.textProperty());
    folder.setId("show-in-folder");
    folder.getStyleClass().add("transport-button");
    folder.setMinWidth(Region.USE_PREF_SIZE);
    folder.setTooltip(new Tooltip("Opens the folder of the file in the file manager."));
    folder.managedProperty().bind(folder.visibleProperty());
    folder.setOnAction(_ -> file.ifPresent(saved -> fileManager.ifPresent(it -> open(saved, it))));
    note.setVisible(false);
    getChildren().add(note);
    stay = new PauseTransition(stays);
    stay.setOnFinished(_ -> note.setVisible(false));
    note.hoverProperty().subscribe(_ -> restart());
    note.focusWithinProperty().subscribe(_ -> restart());
    notices.doneProperty().subscribe(() -> notices.doneProperty().get().ifPresent(this::show));
  }

  private void open(Path saved, ShowInFolder fileManager) {
    var fxThread = new FxThread();
    fileManager.show(
        saved,
        reason ->
            fxThread.execute(() -> show(new Done(notOpened(saved, reason), Optional.empty()))));
  }

  /// The button would fail again, so the place is said in words.
  private static String notOpened(Path saved, String reason) {
    return "The file manager did not open: " + reason + ". The file is " + saved + ".";
  }

  private void show(Done done) {
    file = done.file();
    sentence.setText(done.sentence());
    folder.setVisible(canShow && file.isPresent());
    note.setVisible(true);
    note.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    restart();
  }

  /// Waits anew; waits for ever while the user is at the note.
  private void restart() {
    stay.stop();
    if (note.isVisible() && !note.isHover() && !note.isFocusWithin()) {
      stay.playFromStart();
    }
  }
}
