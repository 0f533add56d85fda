package kelvin.ui.control.command;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Commands that stand in one menu or submenu.
///
/// @param id a short name that never changes
/// @param name the name that the user sees
/// @param parts from top to bottom; they may change, as those of a list of recent files do
public record CommandGroup(
    String id, ObservableValue<String> name, ObservableList<? extends MenuPart> parts)
    implements MenuPart {

  /// A group whose parts stay as they are.
  public static CommandGroup of(String id, String name, MenuPart... parts) {
    return of(id, name, List.of(parts));
  }

  public static CommandGroup of(String id, String name, List<? extends MenuPart> parts) {
    return changing(
        id, name, FXCollections.unmodifiableObservableList(FXCollections.observableList(parts)));
  }

  /// A group in which one value is chosen.
  ///
  /// @param command the short name of the command of a value, which never changes
  /// @param title the name of a value that the user sees
  public static <T> CommandGroup ofChoices(
      String id,
      String name,
      List<T> values,
      Function<T, String> command,
      Function<T, String> title,
      ObjectProperty<T> chosen) {
    return of(
        id,
        name,
        values.stream()
            .map(
                value ->
                    Command.of(command.apply(value), title.apply(value), () -> chosen.set(value))
                        .choice(chosen.map(now -> Objects.equals(now, value))))
            .toList());
  }

  /// A group whose parts may change.
  public static CommandGroup changing(
      String id, String name, ObservableList<? extends MenuPart> parts) {
    return new CommandGroup(id, new ReadOnlyStringWrapper(name).getReadOnlyProperty(), parts);
  }
}
