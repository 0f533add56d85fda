package kelvin.ui.control.command;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/// Something that the user can do in the window. Menus, tooltips, the list of shortcuts and the
/// command palette are made from it, so they always agree.
///
/// The settings after the constructor are made once, where the command is defined.
public final class Command implements MenuPart {

  private final String id;
  private final ObservableValue<String> name;
  private final Runnable action;
  private Optional<KeyCombination> keys = Optional.empty();
  private ObservableValue<String> hindrance = constant("");
  private Optional<ObservableValue<Boolean>> state = Optional.empty();
  private boolean isChoice;
  private String note = "";
  private Optional<String> listed = Optional.empty();

  /// @param id a short name that never changes
  /// @param name the name that the user sees, which may change
  public Command(String id, ObservableValue<String> name, Runnable action) {
    this.id = id;
    this.name = name;
    this.action = action;
  }

  public static Command of(String id, String name, Runnable action) {
    return new Command(id, constant(name), action);
  }

  /// A command that switches a property on and off.
  public static Command ofSwitch(String id, String name, BooleanProperty property) {
    return of(id, name, () -> property.set(!property.get())).shows(property);
  }

  private static ObservableValue<String> constant(String text) {
    return new ReadOnlyStringWrapper(text).getReadOnlyProperty();
  }

  // Settings

  public Command on(Shortcut shortcut) {
    return on(shortcut.keys());
  }

  public Command on(KeyCombination combination) {
    keys = Optional.of(combination);
    return this;
  }

  /// @param reason a sentence that says why the command cannot run; empty while it can
  public Command unless(ObservableValue<String> reason) {
    hindrance = reason;
    return this;
  }

  /// @param reason the sentence to show while the condition does not hold
  public Command when(ObservableValue<Boolean> condition, String reason) {
    return unless(condition.map(holds -> holds ? "" : reason));
  }

  /// Shows a check mark while a value is true.
  public Command shows(ObservableValue<Boolean> on) {
    state = Optional.of(on);
    return this;
  }

  /// Marks the command as one of several choices of which one is chosen.
  public Command choice(ObservableValue<Boolean> chosen) {
    isChoice = true;
    return shows(chosen);
  }

  /// @param shortName a name that does not change, for the list of shortcuts
  public Command listedAs(String shortName) {
    listed = Optional.of(shortName);
    return this;
  }

  /// @param words more about the command in a few words, such as a folder or what a task is about
  public Command says(String words) {
    note = words;
    return this;
  }

  // Use

  /// Runs the command if it can run.
  public void run() {
    if (canRun()) {
      action.run();
    }
  }

  public boolean canRun() {
    return hindrance.getValue().isEmpty();
  }

  public String id() {
    return id;
  }

  public ObservableValue<String> nameProperty() {
    return name;
  }

  public String name() {
    return name.getValue();
  }

  /// The name in the list of shortcuts.
  public String listedName() {
    return listed.orElseGet(this::name);
  }

  public Optional<KeyCombination> keys() {
    return keys;
  }

  /// The keys as they are printed on a keyboard; empty if there are none.
  public String keyText() {
    return keys.map(KeyNames::of).orElse("");
  }

  /// The reason why the command cannot run, as a sentence; empty while it can.
  public ObservableValue<String> hindranceProperty() {
    return hindrance;
  }

  /// True while the command shows a check mark; empty if it never shows one.
  public Optional<ObservableValue<Boolean>> state() {
    return state;
  }

  /// True if the command is one of several choices of which one is chosen.
  public boolean isChoice() {
    return isChoice;
  }

  /// More about the command in a few words; may be empty.
  public String note() {
    return note;
  }
}
