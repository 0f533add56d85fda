package kelvin.ui.control.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, a menu tells something else than its command, or every context menu that was ever
/// opened is kept and updated.
class CommandMenusFxTest {

  private final SimpleStringProperty name = new SimpleStringProperty("Undo typing");
  private final SimpleBooleanProperty on = new SimpleBooleanProperty();
  private final Command command = new Command("undo", name, () -> {}).shows(on);

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void anItemFollowsTheNameAndTheStateOfItsCommand() {
    var item = Fx.get(() -> (CheckMenuItem) CommandMenus.items(List.of(command)).getFirst());
    assertEquals("_Undo typing", item.getText());

    Fx.run(
        () -> {
          name.set("Undo a step");
          on.set(true);
        });

    assertEquals("_Undo a step", item.getText());
    assertTrue(item.isSelected());
    Fx.run(() -> item.setSelected(false));
    assertTrue(item.isSelected());
  }

  @Test
  void aMenuFollowsThePartsOfItsGroup() {
    var parts = FXCollections.<MenuPart>observableArrayList(command);
    var group = CommandGroup.changing("recent", "Recent", parts);
    var menu = Fx.get(() -> (Menu) CommandMenus.items(List.of(group)).getFirst());
    Fx.run(() -> parts.add(Command.of("redo", "Redo", () -> {})));
    assertEquals(2, menu.getItems().size());

    Fx.run(parts::clear);

    assertTrue(menu.isDisable());
    assertFalse(menu.getItems().stream().findAny().isPresent());
  }

  @Test
  void menusThatWereClosedAreNotKept() throws Exception {
    var parts = FXCollections.<MenuPart>observableArrayList(command);
    var group = CommandGroup.changing("recent", "Recent", parts);
    var old = new ArrayList<WeakReference<MenuItem>>();
    Fx.run(
        () ->
            CommandMenus.items(List.of(command, group))
                .forEach(item -> old.add(new WeakReference<>(item))));

    Fx.waitUntil(
        () -> {
          System.gc();
          return old.stream().allMatch(item -> item.refersTo(null));
        });
  }
}
