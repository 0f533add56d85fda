package kelvin.ui.compose;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import kelvin.text.VisibleText;

/// A menu of the task's test inputs with their right answers.
public final class TestInputMenu extends MenuButton {

  private static final int MAX_LENGTH = 48;

  public TestInputMenu(ComposerViewModel composer) {
    super("Test inputs");
    getStyleClass().add("quiet-menu");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText("Inputs of the task to try");
    setTooltip(new Tooltip("Inputs that the task has to try, with their right answers."));
    composer
        .originProperty()
        .subscribe(
            origin -> {
              getItems()
                  .setAll(
                      origin.tests().stream()
                          .map(
                              test -> {
                                var answer = test.answer().map(right -> "  →  " + right).orElse("");
                                var item = new MenuItem(shortened(test.input()) + answer);
                                item.setMnemonicParsing(false);
                                item.setOnAction(
                                    _ -> composer.act("test input", () -> composer.ask(test)));
                                return item;
                              })
                          .toList());
              setVisible(!getItems().isEmpty());
              setManaged(!getItems().isEmpty());
            });
  }

  private static String shortened(String input) {
    var visible = input.replace('\n', VisibleText.LINE_FEED);
    return visible.length() <= MAX_LENGTH
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, MAX_LENGTH - 8)) + "…";
  }
}
