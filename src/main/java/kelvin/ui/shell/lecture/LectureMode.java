package kelvin.ui.shell.lecture;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.theme.Magnified;
import org.jspecify.annotations.Nullable;

/// The lecture mode: covers the window with one large picture and its sliders, on the full screen
/// where there is one. Leaving it brings the window back as it was.
public final class LectureMode extends StackPane {

  /// The window is laid out as if it had this size, and magnified to its real one, so that a row of
  /// bars can be read from the last row of seats.
  private static final double WIDTH = 690;

  private static final double HEIGHT = 432;

  private final PlaygroundViewModel playground;
  private final Supplier<List<Node>> covered;
  private final Consumer<Boolean> fillScreen;
  private final BooleanProperty on = new SimpleBooleanProperty(this, "on", false);
  private final ObjectProperty<LecturePicture> picture =
      new SimpleObjectProperty<>(this, "picture", LecturePicture.BARS);

  /// Made when it is first shown. It is in the window only while the mode is on, so that it is
  /// neither styled nor laid out otherwise.
  private @Nullable Magnified content;

  /// The node that had the focus before; null if there was none.
  private @Nullable Node focusedBefore;

  /// The parts that were visible before.
  private List<Node> hidden = List.of();

  /// @param covered the parts of the window that the mode covers
  /// @param fillScreen fills the screen, or gives the window its size back
  public LectureMode(
      PlaygroundViewModel playground, Supplier<List<Node>> covered, Consumer<Boolean> fillScreen) {
    this.playground = playground;
    this.fillScreen = fillScreen;
    this.covered = covered;
    getStyleClass().add("lecture-mode");
    setManaged(false);
    setVisible(false);
    on.subscribe((_, now) -> changed(now));
    picture.subscribe((_, _) -> compute());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            on.set(false);
            event.consume();
          }
        });
  }

  /// True while the mode is on.
  public BooleanProperty onProperty() {
    return on;
  }

  /// The picture that is shown.
  public ObjectProperty<LecturePicture> pictureProperty() {
    return picture;
  }

  /// Shows the answers, or the bars in their place.
  public void switchAnswers() {
    picture.set(
        picture.get() == LecturePicture.ANSWERS ? LecturePicture.BARS : LecturePicture.ANSWERS);
  }

  private void changed(boolean now) {
    if (now) {
      enter();
    } else {
      leave();
    }
  }

  private void enter() {
    var scene = getScene();
    focusedBefore = scene == null ? null : scene.getFocusOwner();
    if (playground.distribution().answers().shownProperty().get()) {
      picture.set(LecturePicture.ANSWERS);
    }
    var shown = content;
    if (shown == null) {
      shown = new Magnified(new LectureView(playground, picture, () -> on.set(false)));
      content = shown;
    }
    getChildren().setAll(shown);
    setVisible(true);
    hidden = covered.get().stream().filter(Node::isVisible).toList();
    hidden.forEach(part -> part.setVisible(false));
    compute();
    fillScreen.accept(true);
    applyCss();
    var step = lookup("#lecture-step");
    var leave = lookup("#leave-lecture");
    if (step != null && !step.isDisabled()) {
      step.requestFocus();
    } else if (leave != null) {
      leave.requestFocus();
    }
  }

  private void leave() {
    hidden.forEach(part -> part.setVisible(true));
    hidden = List.of();
    setVisible(false);
    getChildren().clear();
    compute();
    fillScreen.accept(false);
    var before = focusedBefore;
    focusedBefore = null;
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
  }

  /// Asks for the films and the answers only while they are on show.
  private void compute() {
    var distribution = playground.distribution();
    var shown = picture.get();
    distribution.film().enlargedProperty().set(on.get() && shown == LecturePicture.FILM);
    distribution.layers().enlargedProperty().set(on.get() && shown == LecturePicture.LAYERS);
    distribution.answers().enlargedProperty().set(on.get() && shown == LecturePicture.ANSWERS);
  }

  @Override
  protected void layoutChildren() {
    var shown = content;
    if (shown != null) {
      shown.setMagnification(Math.max(1, Math.min(getWidth() / WIDTH, getHeight() / HEIGHT)));
    }
    super.layoutChildren();
  }
}
