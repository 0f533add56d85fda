package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import kelvin.distribution.StageKind;
import kelvin.prompt.Composition;
import kelvin.prompt.sweep.SweepKind;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.control.command.KeyNames;
import kelvin.ui.control.command.PlaceKeys;
import kelvin.ui.distribution.Plot;
import kelvin.ui.playground.Page;
import kelvin.ui.theme.Magnified;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The keys of the window, the sheet that lists them, and the zoom that they set.
class ShortcutsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  /// Keys within the words of a tooltip.
  private static final Pattern KEYS =
      Pattern.compile("(?:(?:Ctrl|Alt|Shift)\\+)++(?!click)(?:[^ ).,;:]+|\\.)|\\bF\\d+\\b");

  /// The style classes of what acts on the keys of the fields within it.
  private static final Set<String> OWNERS_OF_FIELDS = Set.of("example-cell", "find-bar");

  private final OpenWindow window;

  ShortcutsFxTest(OpenWindow window) {
    this.window = window;
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          dialogs().forEach(Stage::close);
        });
  }

  @Test
  void theKeyboardGoesAlongToAnotherPage() {
    assertEquals("prompt", focused().getId());

    window.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
    Fx.settle();
    assertEquals("lab-sweep", focused().getId());

    window.robot().push(KeyCode.ALT, KeyCode.DIGIT1);
    Fx.settle();
    assertEquals("prompt", focused().getId());
  }

  private Node focused() {
    return Fx.get(() -> window.root().getScene().getFocusOwner());
  }

  @Test
  void noTwoCommandsShareAShortcut() {
    var seen = new HashSet<KeyCombination>();
    var twice = new ArrayList<String>();
    for (var item : commands()) {
      if (item.getAccelerator() != null && !seen.add(item.getAccelerator())) {
        twice.add(item.getAccelerator() + " " + item.getText());
      }
    }

    assertEquals(List.of(), twice);
  }

  @Test
  void theSheetListsEveryShortcutOfTheMenusAndNoOther() {
    window.robot().push(KeyCode.F1);

    var expected =
        commands().stream()
            .filter(item -> item.getAccelerator() != null)
            .map(item -> KeyNames.of(item.getAccelerator()))
            .collect(Collectors.toSet());
    for (var place : PlaceKeys.ALL) {
      place.keys().forEach(hint -> expected.add(hint.text()));
    }
    assertEquals(expected, keysOnTheSheet());
  }

  @Test
  void theSheetNeedsNoScrollingToTheSide() {
    window.robot().push(KeyCode.F1);

    assertFalse(scrollsSideways());
  }

  @Test
  void theSheetNeedsNoScrollingToTheSideAtThreeTimesTheSize() {
    Fx.run(() -> window.zoom().set(3));
    Fx.settle();

    window.robot().push(KeyCode.F1);
    Fx.settle();

    assertFalse(scrollsSideways());
  }

  private static boolean scrollsSideways() {
    return Fx.get(
        () ->
            dialogs().getFirst().getScene().getRoot().lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(
                    bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()));
  }

  @Test
  void everyTooltipNamesKeysThatTheSheetNames() throws Exception {
    window.lookAtEverything();
    window.robot().push(KeyCode.F1);
    var known =
        keysOnTheSheet().stream()
            .flatMap(hint -> Stream.of(hint.split("  ")))
            .collect(Collectors.toSet());
    var wrong = new ArrayList<String>();
    for (var node : window.root().lookupAll("*")) {
      if (node instanceof Control control && control.getTooltip() != null) {
        KEYS.matcher(control.getTooltip().getText())
            .results()
            .map(MatchResult::group)
            .filter(keys -> !known.contains(keys))
            .forEach(keys -> wrong.add(keys + " in " + control.getTooltip().getText()));
      }
    }

    assertEquals(List.of(), wrong);
  }

  @Test
  void everyPlaceTakesTheKeysThatTheSheetNames() throws Exception {
    showPath();
    window.lookAtEverything();
    var lab = window.playground().pages().lab();
    Fx.run(
        () -> {
          var playground = window.playground();
          playground.watch().watch("dog");
          playground.distribution().plots().show(Plot.FILM, true);
          playground.distribution().find().openProperty().set(true);
          playground.sampling().chain().add(StageKind.TOP_K);
          // The lab proposes a task of its own.
          lab.shownProperty().set(true);
          lab.form().kindProperty().set(SweepKind.LEAVE_ONE_OUT);
          lab.start();
        });
    window.waitUntil(() -> !lab.results().isEmpty());
    Fx.run(
        () -> {
          var prompt = window.playground().prompt();
          var two = List.of("a", "b");
          prompt.composer().answers().set(new Answers(two, Optional.empty(), false));
          prompt.compositionProperty().set(Composition.FEW_SHOT);
          for (int i = 0; i < 3; i++) {
            prompt.fewShot().add();
          }
        });
    Fx.settle();
    // Beside a table of examples the sampling is folded.
    window.robot().clickOn("#sampling-rail");
    window.waitForAnswer();
    var ignored = new ArrayList<String>();
    for (var place : PlaceKeys.ALL) {
      if (place.selector().equals(".cumulative-curve")) {
        makeRoomForPlots();
      }
      if (place.selector().equals(".layer-film")) {
        showLayers();
      }
      for (var hint : place.keys()) {
        for (var keys : hint.keys()) {
          if (!takes(place.selector(), keys)) {
            ignored.add(place.place() + " " + keys);
          }
        }
      }
    }

    assertEquals(List.of(), ignored);
  }

  @Test
  void theWindowIsZoomedByKeysUpToThreeTimesAndBack() {
    window.robot().push(KeyCode.CONTROL, KeyCode.EQUALS);
    assertEquals(1.1, window.zoom().get(), 1e-12);

    for (int i = 0; i < 10; i++) {
      window.robot().push(KeyCode.CONTROL, KeyCode.ADD);
    }
    assertEquals(3, window.zoom().get(), 1e-12);
    assertEquals(3, ((Magnified) window.root()).magnification(), 1e-12);

    window.robot().push(KeyCode.CONTROL, KeyCode.MINUS);
    assertEquals(2.5, window.zoom().get(), 1e-12);
    window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertEquals(1, window.zoom().get(), 1e-12);
  }

  @Test
  void whatHasTheFocusIsBroughtIntoSightWhenZoomedIn() {
    Fx.run(
        () -> {
          window.zoom().set(3);
        });
    Fx.settle();
    window.robot().clickOn("#tab-sampling");
    var more = window.find("show-more-metrics", Node.class);
    assertFalse(isInSight(more));

    Fx.run(
        () -> {
          more.requestFocus();
        });
    Fx.settle();

    assertTrue(isInSight(more));
  }

  private boolean isInSight(Node node) {
    return Fx.get(
        () -> {
          var at = node.localToScene(node.getBoundsInLocal());
          return at.getMinX() >= 0
              && at.getMinY() >= 0
              && at.getMaxX() <= 1280
              && at.getMaxY() <= 800;
        });
  }

  /// Labels and the search line leave no room for plots in a window of this size.
  private void makeRoomForPlots() {
    Fx.run(
        () -> {
          window.playground().prompt().composer().answers().set(Answers.NONE);
          window.playground().distribution().find().openProperty().set(false);
        });
    Fx.settle();
  }

  /// The tree has no keys before there is a path, and is drawn only while somebody looks.
  private void showPath() throws Exception {
    window.draw(1);
    var page = window.playground().pages().pageProperty();
    Fx.run(() -> page.set(Page.PATHS));
    Fx.settle();
    Fx.run(() -> page.set(Page.PLAYGROUND));
  }

  /// The film has no keys before its layers are known.
  private void showLayers() throws Exception {
    var distribution = window.playground().distribution();
    Fx.run(() -> distribution.plots().show(Plot.LAYERS, true));
    window.waitUntil(() -> distribution.layers().pictureProperty().get() != null);
    Fx.settle();
  }

  /// True if the keys do something at the first node of this kind, so that they go no further.
  private boolean takes(String selector, KeyCombination keys) {
    return Fx.get(
        () -> {
          var node = window.root().lookup(selector);
          if (node == null) {
            throw new AssertionError("no node " + selector);
          }
          node.requestFocus();
          var passed = new ArrayList<KeyCode>();
          EventHandler<KeyEvent> listen = event -> passed.add(event.getCode());
          var beyond = owner(node).getParent();
          beyond.addEventHandler(KeyEvent.KEY_PRESSED, listen);
          node.fireEvent(pressed((KeyCodeCombination) keys));
          beyond.removeEventHandler(KeyEvent.KEY_PRESSED, listen);
          return passed.isEmpty();
        });
  }

  /// Returns the node that gives the keys their meaning. What lies farther out, such as a scroll
  /// pane, takes keys for itself and would hide that the place ignores them.
  private static Node owner(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent)
        .filter(each -> each.getStyleClass().stream().anyMatch(OWNERS_OF_FIELDS::contains))
        .findFirst()
        .orElse(node);
  }

  private static KeyEvent pressed(KeyCodeCombination keys) {
    return new KeyEvent(
        KeyEvent.KEY_PRESSED,
        "",
        "",
        keys.getCode(),
        keys.getShift() == ModifierValue.DOWN,
        keys.getShortcut() == ModifierValue.DOWN || keys.getControl() == ModifierValue.DOWN,
        keys.getAlt() == ModifierValue.DOWN,
        false);
  }

  private static Set<String> keysOnTheSheet() {
    return Fx.get(
        () ->
            dialogs().getFirst().getScene().getRoot().lookupAll(".shortcut-keys").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.toSet()));
  }

  private static List<Stage> dialogs() {
    return Window.getWindows().stream()
        .filter(
            each -> each instanceof Stage stage && "Keyboard shortcuts".equals(stage.getTitle()))
        .map(Stage.class::cast)
        .toList();
  }

  private List<MenuItem> commands() {
    return Fx.get(
        () -> {
          var all = new ArrayList<MenuItem>();
          ((MenuBar) window.root().lookup(".menu-bar"))
              .getMenus()
              .forEach(menu -> collect(menu, all));
          return all;
        });
  }

  private static void collect(Menu menu, List<MenuItem> all) {
    for (var item : menu.getItems()) {
      if (item instanceof Menu inner) {
        collect(inner, all);
      } else {
        all.add(item);
      }
    }
  }
}
