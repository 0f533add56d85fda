package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import kelvin.prompt.Composition;
import kelvin.ui.palette.PaletteAccess;
import kelvin.ui.playground.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A user finds and runs anything by Ctrl+K and a few letters, without the mouse, and is back where
/// they were.
class PaletteFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  private final OpenWindow window;

  PaletteFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void escapeGivesTheFocusBack() {
    open();
    assertTrue(window.isShown("palette"));
    assertEquals("palette-field", focusedId());

    window.robot().push(KeyCode.ESCAPE);

    assertFalse(window.isShown("palette"));
    assertEquals("prompt", focusedId());
  }

  @Test
  void aSecondCtrlKOpensNoSecondOne() {
    open();
    open();

    assertEquals(1, Fx.get(() -> window.root().lookupAll("#palette").size()));
    window.robot().push(KeyCode.ESCAPE);
    assertFalse(window.isShown("palette"));
    assertEquals("prompt", focusedId());
  }

  @Test
  void enterRunsTheBestMatch() {
    open();
    window.robot().write("page lab");
    window.robot().push(KeyCode.ENTER);

    assertEquals(Page.LAB, window.playground().pages().pageProperty().get());
  }

  @Test
  void theWaysToMakeAPromptAreCommandsToo() {
    open();
    window.robot().write("few");
    window.robot().push(KeyCode.ENTER);

    assertEquals(Composition.FEW_SHOT, window.playground().prompt().compositionProperty().get());
  }

  @Test
  void whatThePageCompareDoesIsFoundAndShowsThePage() {
    var compare = window.playground().pages().compare();
    Fx.run(() -> compare.compare("A cat", "A dog"));
    open();
    window.robot().write("swap a and");
    window.robot().push(KeyCode.ENTER);

    assertEquals(Page.COMPARE, window.playground().pages().pageProperty().get());
    assertEquals("A dog", compare.a().textProperty().get());
    assertEquals("A cat", compare.b().textProperty().get());

    open();
    window.robot().write("side b send");
    window.robot().push(KeyCode.ENTER);

    assertEquals("A cat", window.playground().prompt().textProperty().get());
  }

  @Test
  void theListIsAsHighAsWhatWasFound() {
    open();
    window.robot().write("without its last");
    Fx.settle();
    int found = names().size();
    double one = listHeight();
    window.robot().write("zzzz");
    Fx.settle();

    assertEquals(1, found);
    assertTrue(one < listHeight(), one + " is no less than the sentence's " + listHeight());
  }

  private double listHeight() {
    return Fx.get(() -> window.find("palette-list", Region.class).getHeight());
  }

  @Test
  void theArrowKeysChooseAnother() {
    open();
    window.robot().write("zoom in");
    var names = names();
    window.robot().push(KeyCode.DOWN);
    window.robot().push(KeyCode.UP);
    window.robot().push(KeyCode.ENTER);

    assertEquals("Zoom (100 %): Zoom in", names.getFirst());
    assertEquals(1.1, window.zoom().get(), 1e-12);
  }

  @Test
  void whatWasUsedLastStandsFirst() {
    open();
    window.robot().write("scale to largest");
    window.robot().push(KeyCode.ENTER);
    open();

    assertEquals("Scale to largest bar", names().getFirst());
  }

  @Test
  void aCommandThatCannotRunSaysWhyAndDoesNothing() {
    open();
    window.robot().write("unpin");
    var help = Fx.get(() -> window.find("palette-field", TextField.class).getAccessibleHelp());
    window.robot().push(KeyCode.ENTER);

    assertTrue(help.contains("No distribution is pinned."), help);
    assertTrue(window.isShown("palette"));
  }

  @Test
  void tasksAndModelsAreFoundToo() throws Exception {
    open();
    window.waitUntil(() -> names().stream().anyMatch(name -> name.startsWith("Task: ")));
    window.robot().write("sentiment");
    window.robot().push(KeyCode.ENTER);
    window.waitUntil(
        () ->
            window
                .playground()
                .prompt()
                .composer()
                .originProperty()
                .get()
                .notes()
                .name()
                .contains("Sentiment"));
    open();
    window.robot().write("open model");

    assertTrue(names().stream().anyMatch(name -> name.endsWith("kelvin-tiny")), "" + names());
  }

  @Test
  void everyCommandOfTheMenusIsFoundByItsName() {
    var expected = Fx.get(this::commandsOfTheMenus);
    assertTrue(
        expected
            .keySet()
            .containsAll(List.of("Undo", "Cut", "Select all", "Step", "Theme: Dark", "Quit")));
    // The palette does not list itself.
    expected.remove("Find a command …");
    open();
    var missing = new ArrayList<String>();
    expected.forEach(
        (name, canRun) -> {
          var found = namesFor(name);
          if (canRun ? !name.equals(found.getFirst()) : !found.contains(name)) {
            missing.add(name);
          }
        });

    assertEquals(List.of(), missing);
  }

  private List<String> namesFor(String query) {
    Fx.run(
        () -> {
          window.find("palette-field", TextField.class).setText(query);
        });
    return names();
  }

  /// The names of all commands, with the submenus around them, and whether each can run.
  private Map<String, Boolean> commandsOfTheMenus() {
    var all = new LinkedHashMap<String, Boolean>();
    ((MenuBar) window.root().lookup(".menu-bar"))
        .getMenus()
        .forEach(menu -> collect(menu.getItems(), "", all));
    return all;
  }

  private static void collect(List<MenuItem> items, String path, Map<String, Boolean> all) {
    for (var item : items) {
      if (item instanceof Menu menu) {
        collect(menu.getItems(), path + plain(menu) + ": ", all);
      } else if (!(item instanceof SeparatorMenuItem)) {
        all.put(path + plain(item), !item.isDisable());
      }
    }
  }

  /// The name without its underlined letter and without what the menu says after it.
  private static String plain(MenuItem item) {
    var text = item.getText();
    int note = text.indexOf("   ");
    return (note < 0 ? text : text.substring(0, note))
        .replaceFirst("_(?!_)", "")
        .replace("__", "_");
  }

  @Test
  void theLastPromptsAreSearchedInTheSameWay() throws Exception {
    window.type("The dragon slept");
    window.waitForAnswer();
    window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitUntil(() -> !window.steps().isEmpty());
    window.type("Another text");
    window.waitForAnswer();

    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    window.robot().write("dragon");
    assertEquals(List.of("The dragon slept"), names());
    window.robot().push(KeyCode.ENTER);

    assertEquals("The dragon slept", window.playground().prompt().textProperty().get());
  }

  private void open() {
    window.robot().push(KeyCode.CONTROL, KeyCode.K);
  }

  private String focusedId() {
    return Fx.get(() -> window.root().getScene().getFocusOwner().getId());
  }

  private List<String> names() {
    ListView<?> list = window.find("palette-list", ListView.class);
    return Fx.get(() -> list.getItems().stream().map(PaletteAccess::nameOf).toList());
  }
}
