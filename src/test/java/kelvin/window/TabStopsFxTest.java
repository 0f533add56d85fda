package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import kelvin.display.BarScale;
import kelvin.prompt.Composition;
import kelvin.ui.compose.AnswersViewModel.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A user who works by keyboard passes a list by one press of Tab and walks through it by the arrow
/// keys.
class TabStopsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  TabStopsFxTest(OpenWindow window) {
    this.window = window;
  }

  @BeforeEach
  void compose() throws Exception {
    Fx.run(
        () -> {
          var prompt = window.playground().prompt();
          prompt.compositionProperty().set(Composition.FEW_SHOT);
          while (prompt.fewShot().rows().size() < 24) {
            prompt.fewShot().add();
          }
          prompt
              .composer()
              .answers()
              .set(new Answers(List.of("a", "b", "c"), Optional.empty(), false));
          window.playground().watch().watch("dog");
          window.playground().watch().watch("cat");
        });
    window.waitForAnswer();
  }

  @Test
  void theTableOfExamplesIsLeftByTwoTabs() {
    assertEquals(2, tabsWithin("examples"));
  }

  @Test
  void theWholeWindowIsWalkedThroughInFewTabs() {
    focus("task");
    int tabs = 0;
    do {
      window.robot().push(KeyCode.TAB);
      tabs++;
    } while (!"task".equals(focused().getId()) && tabs < 200);

    assertTrue(tabs < 70, "it takes " + tabs);
  }

  @Test
  void theArrowKeysWalkThroughTheExamples() {
    Fx.run(
        () -> {
          field(0, 0).requestFocus();
        });
    for (int i = 0; i < 10; i++) {
      window.robot().push(KeyCode.DOWN);
    }

    assertEquals(10, rowOfFocus());
    window.robot().push(KeyCode.TAB);
    assertEquals(10, rowOfFocus());
    window.robot().push(KeyCode.UP);
    assertEquals(9, rowOfFocus());
  }

  @Test
  void anExampleIsMutedByKeyboard() {
    Fx.run(
        () -> {
          field(0, 0).requestFocus();
        });
    window.robot().push(KeyCode.CONTROL, KeyCode.U);

    assertTrue(!window.playground().prompt().fewShot().rows().getFirst().usedProperty().get());
  }

  @Test
  void theArrowKeysChooseWhatASwitchOffers() {
    focus("scale-" + BarScale.ABSOLUTE.label());
    window.robot().push(KeyCode.RIGHT);

    assertEquals(BarScale.LARGEST, window.playground().distribution().scaleProperty().get());
    assertEquals("scale-" + BarScale.LARGEST.label(), focused().getId());
    assertEquals(1, traversable(".scale-switch .toggle-button"));
  }

  @Test
  void watchedTokensAreOneStop() {
    assertEquals(1, traversable(".watched-row"));
    focus("watched-0");
    window.robot().push(KeyCode.DOWN);

    assertEquals("watched-1", focused().getId());
    assertEquals(1, traversable(".watched-row"));
  }

  @Test
  void labelsAreOneStop() {
    assertEquals(
        1,
        Fx.get(
            () ->
                window.root().lookupAll(".label-chip").stream()
                    .filter(Node::isFocusTraversable)
                    .count()));
  }

  /// The number of presses of Tab from the first field of a list until the focus has left it.
  private int tabsWithin(String id) {
    Fx.run(
        () -> {
          field(0, 0).requestFocus();
        });
    int tabs = 0;
    while (isIn(focused(), id) && tabs < 200) {
      window.robot().push(KeyCode.TAB);
      tabs++;
    }
    return tabs;
  }

  private static boolean isIn(Node node, String id) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (id.equals(at.getId())) {
        return true;
      }
    }
    return false;
  }

  private TextInputControl field(int row, int column) {
    return window.root().lookupAll(".example-cell").stream()
        .filter(cell -> cell.isVisible() && ((ListCell<?>) cell).getIndex() == row)
        .flatMap(cell -> cell.lookupAll(".text-input").stream())
        .map(TextInputControl.class::cast)
        .toList()
        .get(column);
  }

  private int rowOfFocus() {
    ListView<?> rows = window.find("examples", ListView.class);
    return Fx.get(
        () -> {
          for (Node at = focused(); at != null; at = at.getParent()) {
            if (at instanceof ListCell<?> cell && rows.equals(cell.getListView())) {
              return cell.getIndex();
            }
          }
          return -1;
        });
  }

  /// The number of stops in one group of nodes of a kind.
  private long traversable(String selector) {
    return Fx.get(
        () -> {
          var first = window.root().lookup(selector);
          return first.getParent().lookupAll(selector).stream()
              .filter(Node::isFocusTraversable)
              .count();
        });
  }

  private void focus(String id) {
    Fx.run(
        () -> {
          window.find(id, Node.class).requestFocus();
        });
  }

  private Node focused() {
    return Fx.get(() -> window.root().getScene().getFocusOwner());
  }
}
