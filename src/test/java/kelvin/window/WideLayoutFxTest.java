package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import kelvin.display.Theme;
import kelvin.prompt.Composition;
import kelvin.prompt.task.TaskLibrary;
import kelvin.ui.distribution.Plot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A user who composes from examples sees four cut cells at a time, and not what they do.
class WideLayoutFxTest {

  @ParameterizedTest
  @CsvSource({"1280, 800", "1024, 700"})
  void examplesTheirPromptAndTheBarsStandSideBySide(int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      open(window);

      var table = at(window, "examples");
      var text = at(window, "prompt");
      var bars = at(window, "bars");
      assertTrue(table.getMaxX() <= text.getMinX(), table + " " + text);
      assertTrue(text.getMaxX() <= bars.getMinX(), text + " " + bars);
      for (var id : List.of("examples", "prompt", "bars", "shots", "question", "step")) {
        var part = at(window, id);
        assertTrue(part.getMinX() >= 0 && part.getMaxX() <= width, id + " " + part);
        assertTrue(part.getMinY() >= 0 && part.getMaxY() <= height, id + " " + part);
      }
      assertTrue(rows(window).count() >= 4, "rows");
    }
  }

  @Test
  void everyCellShowsItsWholeTextAndOnlyTheTableScrolls() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1024, 700)) {
      open(window);

      var cut =
          rows(window)
              .filter(
                  field -> ((Region) field.lookup(".content")).getHeight() > field.getHeight() + 1)
              .map(TextArea::getText)
              .toList();
      assertEquals(List.of(), cut);
      var around =
          Stream.<Node>iterate(
                  window.find("examples", Node.class), node -> node != null, Node::getParent)
              .filter(ScrollPane.class::isInstance)
              .toList();
      assertEquals(List.of(), around);
    }
  }

  /// A text is its own editor: an empty column beside it would waste the room.
  @Test
  void aTypedTextHasTheWideSideAndItsNumbersTheOther() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      Fx.run(
          () -> {
            window.playground().prompt().wide().wantedProperty().set(true);
          });
      settle();

      var text = at(window, "prompt");
      var numbers = at(window, "information");
      assertTrue(text.getWidth() > numbers.getWidth(), text + " " + numbers);
      assertTrue(text.getMaxX() <= numbers.getMinX(), text + " " + numbers);
      assertTrue(text.getWidth() > 360, text.toString());

      show(window, Composition.FEW_SHOT);
      settle();
      assertTrue(at(window, "examples").getMaxX() <= at(window, "prompt").getMinX());

      show(window, Composition.TEXT);
      settle();
      assertTrue(at(window, "prompt").getMaxX() <= at(window, "information").getMinX());
    }
  }

  @Test
  void theFieldForAWatchedTokenHasRoomInTheProjectorTheme() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      open(window);
      window.show(Theme.PROJECTOR);
      settle();

      var field = at(window, "watch-field");
      assertTrue(field.getWidth() >= 44, field.toString());
      var column =
          Fx.get(
              () -> {
                var numbers = window.root().lookup(".text-numbers");
                return numbers.localToScene(numbers.getLayoutBounds());
              });
      assertTrue(field.getMaxX() <= column.getMaxX(), field + " " + column);
    }
  }

  @Test
  void theShotsSliderMovesWhileTheBarsAreInSight() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1024, 700)) {
      open(window);
      var before = window.shown();
      var slider = window.find("shots", Slider.class);
      Fx.run(
          () -> {
            slider.requestFocus();
          });
      window.robot().push(KeyCode.LEFT);
      window.waitForAnswer();

      assertTrue(window.isShown("bars"));
      assertFalse(before.equals(window.shown()));
    }
  }

  /// Parts that run over each other cannot be read.
  @Test
  void theLabelsGiveWayToAFilmInASmallWindow() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1024, 700)) {
      open(window);
      var distribution = window.playground().distribution();
      Fx.run(() -> distribution.plots().show(Plot.LAYERS, true));
      window.waitUntil(() -> distribution.layers().pictureProperty().get() != null);
      settle();

      var card =
          Fx.get(
              () -> {
                var found = window.root().lookup(".distribution-view");
                return found.localToScene(found.getLayoutBounds());
              });
      for (var id : List.of("show-next-token", "lens-label", "bars", "layer-film")) {
        var part = at(window, id);
        assertTrue(
            part.getMinY() >= card.getMinY() && part.getMaxY() <= card.getMaxY(),
            id + " " + part + " in " + card);
      }
    }
  }

  @Test
  void eachWayOfComposingRemembersWhetherItIsWide() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      show(window, Composition.FEW_SHOT);
      assertTrue(isWide(window));

      window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
      assertFalse(isWide(window));
      show(window, Composition.TEXT);
      assertFalse(isWide(window));
      window.robot().clickOn("#wide");
      assertTrue(isWide(window));

      show(window, Composition.FEW_SHOT);
      assertFalse(isWide(window));
      show(window, Composition.TEXT);
      assertTrue(isWide(window));
    }
  }

  @Test
  void theSamplingFoldsToARailAndComesBack() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      show(window, Composition.FEW_SHOT);
      assertFalse(isInWindow(window, "temperature-slider"));

      window.robot().clickOn("#sampling-rail");
      assertTrue(isInWindow(window, "temperature-slider"));
      assertTrue(isInWindow(window, "examples"));

      window.robot().clickOn("#sampling-rail");
      assertFalse(isInWindow(window, "temperature-slider"));
    }
  }

  /// Zoomed type of the projector leaves no room for the editor and its text side by side.
  @Test
  void aThemeThatNeedsAnotherLayoutGetsItsDividers() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 820)) {
      Fx.run(() -> window.zoom().set(1.25));
      window.show(Theme.PROJECTOR);
      settle();
      var columns = dividers(window);
      window.show(Theme.LIGHT);
      show(window, Composition.FEW_SHOT);
      settle();
      var wide = dividers(window);

      window.show(Theme.PROJECTOR);
      settle();
      assertEquals(columns, dividers(window));

      window.show(Theme.LIGHT);
      settle();
      assertEquals(wide, dividers(window));
    }
  }

  @Test
  void whoTypesGoesOnTypingWhenTheLayoutChanges() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
      window.robot().write(" upon");

      assertTrue(isWide(window));
      assertEquals("Once upon", Fx.get(() -> window.playground().prompt().textProperty().get()));
    }
  }

  private static void open(OpenWindow window) throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().tasks().open(TaskLibrary.find("sentiment").orElseThrow());
        });
    window.waitForAnswer();
  }

  private static void show(OpenWindow window, Composition way) throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().compositionProperty().set(way);
        });
    window.waitForAnswer();
  }

  /// A theme can lead to another layout of the panels, which is laid out several times in turn.
  private static void settle() {
    for (int i = 0; i < 4; i++) {
      Fx.settle();
    }
  }

  /// In thousandths.
  private static List<Long> dividers(OpenWindow window) {
    return Fx.get(
        () ->
            DoubleStream.of(((SplitPane) window.root().lookup(".panels")).getDividerPositions())
                .mapToObj(position -> Math.round(position * 1000))
                .toList());
  }

  private static boolean isWide(OpenWindow window) {
    return Fx.get(
        () -> {
          // The numbers of the text stand right of the editor, of examples or of a typed text.
          var bounds = window.find("information", Node.class);
          return window.playground().prompt().wide().shownProperty().get()
              && bounds.localToScene(bounds.getBoundsInLocal()).getMinX() > 200;
        });
  }

  private static boolean isInWindow(OpenWindow window, String id) {
    return Fx.get(() -> window.root().lookup("#" + id) != null);
  }

  private static Bounds at(OpenWindow window, String id) {
    return Fx.get(
        () -> {
          var node = window.find(id, Node.class);
          return node.localToScene(node.getLayoutBounds());
        });
  }

  private static Stream<TextArea> rows(OpenWindow window) {
    return Fx.get(
        () ->
            window.root().lookupAll(".wrapped-field").stream()
                .map(TextArea.class::cast)
                .filter(field -> field.getScene() != null && !field.getText().isEmpty())
                .toList())
        .stream();
  }
}
