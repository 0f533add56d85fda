package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import kelvin.distribution.LogitBias;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import kelvin.distribution.SuppressedTokens;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.bars.TokenBars;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A user who opens the menu on a token finds there what can be done with it.
class TokenMenuFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  TokenMenuFxTest(OpenWindow window) {
    this.window = window;
  }

  @AfterEach
  void close() {
    Fx.run(
        () -> {
          menus().forEach(ContextMenu::hide);
        });
  }

  @Test
  void theMenuTakesTheToken() throws Exception {
    int id = id(3);
    openOn(3);

    run("take-token");
    window.waitUntil(() -> !window.steps().isEmpty());

    assertEquals(id, window.steps().getFirst().tokenId());
  }

  @Test
  void aTokenIsWatchedAndLetGo() {
    var text = text(2);
    openOn(2);
    run("watch-token");
    assertEquals(List.of(List.of(text)), Fx.get(() -> window.playground().watch().texts()));

    openOn(2);
    assertEquals("Stop watching", name("watch-token"));
    run("watch-token");

    assertTrue(Fx.get(() -> window.playground().watch().texts()).isEmpty());
  }

  @Test
  void aTokenIsBannedAndAllowedAgain() throws Exception {
    int id = id(1);
    openOn(1);
    run("ban-token");
    assertEquals(
        new SuppressedTokens(List.of(List.of(id))),
        chain().active(StageKind.SUPPRESSED_TOKENS).orElseThrow());
    assertFalse(window.shown().distribution().isKept(window.shown().logits().rankOf(id)));

    int last = window.shown().logits().rankOf(id);
    Fx.run(
        () -> {
          window.find("bars", TokenBars.class).selectedRankProperty().set(last);
        });
    openOn(last);
    assertEquals("Allow again", name("ban-token"));
    run("ban-token");

    assertTrue(window.shown().distribution().isKept(window.shown().logits().rankOf(id)));
  }

  @Test
  void aBiasIsSetFromTheMenuOrTyped() {
    int id = id(2);
    openOn(2);
    run("bias 5");
    assertEquals(
        new LogitBias(List.of(new LogitBias.Bias(List.of(id), 5))),
        chain().active(StageKind.LOGIT_BIAS).orElseThrow());

    openOn(1);
    int other = id(1);
    run("bias-other");

    assertEquals(
        Integer.toString(other),
        Fx.get(() -> window.find("logit-bias-field", TextField.class).getText()));
    assertEquals(
        "logit-bias-value", Fx.get(() -> window.root().getScene().getFocusOwner().getId()));
  }

  @Test
  void textIdAndRowAreCopied() {
    var text = text(2);
    int id = id(2);
    openOn(2);
    run("copy-token-text");
    assertEquals(text, clipboard());

    openOn(2);
    run("copy-token-id");
    assertEquals(Integer.toString(id), clipboard());

    openOn(2);
    run("copy-token-row");
    assertTrue(clipboard().startsWith("token\trank\tid\t"), clipboard());
    assertTrue(clipboard().contains("\t2\t" + id + "\t"), clipboard());
  }

  @Test
  void fromHereTwoTextsAreCompared() {
    var text = text(2);
    openOn(2);
    run("compare-token");

    var pages = window.playground().pages();
    assertEquals(Page.COMPARE, pages.pageProperty().get());
    assertEquals("Once upon a time there was a little", pages.compare().a().textProperty().get());
    assertEquals(
        "Once upon a time there was a little" + text, pages.compare().b().textProperty().get());
  }

  @Test
  void tokensLikeItAreFound() throws Exception {
    openOn(1);
    run("look-up-token");
    var find = window.playground().distribution().find();
    window.waitUntil(() -> !find.resultProperty().get().isEmpty());

    assertTrue(find.openProperty().get());
    assertFalse(find.resultProperty().get().equals("none"));
  }

  @Test
  void theMenuKeyOpensTheMenuOfTheSelectedToken() {
    var bars = window.find("bars", TokenBars.class);
    Fx.run(
        () -> {
          bars.requestFocus();
        });
    window.robot().push(KeyCode.DOWN);
    Fx.run(
        () -> {
          // The headless platform has no such key.
          bars.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
        });

    assertTrue(name("take-token").contains(window.shown().textAtRank(2)), name("take-token"));
  }

  @Test
  void thePromptHasAMenuWithUndoOfTheWholeHistory() throws Exception {
    var editor = window.find("prompt", TextArea.class);
    var ids =
        Fx.get(() -> editor.getContextMenu().getItems().stream().map(MenuItem::getId).toList());

    assertTrue(
        ids.containsAll(
            List.of("undo", "redo", "cut", "copy", "paste", "delete", "select-all", "copy-as")),
        "" + ids);
    Fx.run(
        () -> {
          window.playground().sampling().topPProperty().set(0.5);
        });
    window.type("Another text");
    window.waitForAnswer();

    fire(editor, "undo");
    assertEquals(
        "Once upon a time there was a little", window.playground().prompt().textProperty().get());
    assertEquals(0.5, window.playground().sampling().topPProperty().get());
    fire(editor, "undo");
    assertEquals(1, window.playground().sampling().topPProperty().get());
    fire(editor, "redo");
    assertEquals(0.5, window.playground().sampling().topPProperty().get());
  }

  private static void fire(TextArea editor, String id) {
    Fx.run(
        () -> {
          editor.getContextMenu().getItems().stream()
              .filter(item -> id.equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
        });
    Fx.settle();
  }

  private void openOn(int rank) {
    var bars = window.find("bars", TokenBars.class);
    Point2D row = Fx.get(() -> bars.localToScreen(120, bars.rowCentre(rank)));
    window.robot().clickOn(row, MouseButton.SECONDARY);
  }

  private int id(int rank) {
    return window.shown().logits().tokenAtRank(rank);
  }

  private String text(int rank) {
    return window.playground().distribution().vocabularyProperty().get().text(id(rank));
  }

  private SamplerChain chain() {
    return window.playground().sampling().chainProperty().get();
  }

  private static String clipboard() {
    return Fx.get(() -> Clipboard.getSystemClipboard().getString());
  }

  private static String name(String id) {
    return Fx.get(() -> item(id).getText().replace("_", ""));
  }

  private static void run(String id) {
    Fx.run(
        () -> {
          item(id).fire();
          menus().forEach(ContextMenu::hide);
        });
    Fx.settle();
  }

  private static List<ContextMenu> menus() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .toList();
  }

  private static MenuItem item(String id) {
    var all = new ArrayList<MenuItem>();
    menus().forEach(menu -> collect(menu.getItems(), all));
    return all.stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
  }

  private static void collect(List<MenuItem> items, List<MenuItem> all) {
    for (var item : items) {
      all.add(item);
      if (item instanceof Menu menu) {
        collect(menu.getItems(), all);
      }
    }
  }
}
