package kelvin.ui.compose;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.chat.Role;
import kelvin.prompt.chat.Turn;
import org.jspecify.annotations.Nullable;

/// A turn of a chat in the editor.
public final class TurnRow {

  private final ObjectProperty<Role> role = new SimpleObjectProperty<>(this, "role", Role.USER);
  private final StringProperty text = new SimpleStringProperty(this, "text", "");

  private final StringProperty more = new SimpleStringProperty(this, "more", "");

  /// Null if the row changed since it was built. Kept so that all states of the history share it.
  private @Nullable Turn turn;

  /// @param onChange runs after every change
  TurnRow(Turn turn, Runnable onChange) {
    role.set(turn.role());
    text.set(turn.text());
    more.set(turn.more());
    this.turn = turn;
    role.subscribe((_, _) -> changed(onChange));
    text.subscribe((_, _) -> changed(onChange));
    more.subscribe((_, _) -> changed(onChange));
  }

  private void changed(Runnable onChange) {
    turn = null;
    onChange.run();
  }

  Turn turn() {
    var now = turn;
    if (now == null) {
      now = new Turn(role.get(), text.get(), more.get());
      turn = now;
    }
    return now;
  }

  public ObjectProperty<Role> roleProperty() {
    return role;
  }

  /// The further members of the message as a JSON object; blank for none.
  public StringProperty moreProperty() {
    return more;
  }

  public StringProperty textProperty() {
    return text;
  }
}
