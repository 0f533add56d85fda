package kelvin.ui.compose;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.Example;
import org.jspecify.annotations.Nullable;

/// An example in the editor.
public final class ExampleRow {

  private final StringProperty input = new SimpleStringProperty(this, "input");
  private final StringProperty output = new SimpleStringProperty(this, "output");
  private final BooleanProperty used = new SimpleBooleanProperty(this, "used");

  /// Null if the row changed since it was built. Kept so that all states of the history share it.
  private @Nullable Example example;

  ExampleRow(Example example) {
    input.set(example.input());
    output.set(example.output());
    used.set(example.used());
    this.example = example;
  }

  /// Sets a callback that runs after every change.
  void setOnChange(Runnable onChange) {
    input.subscribe((_, _) -> changed(onChange));
    output.subscribe((_, _) -> changed(onChange));
    used.subscribe((_, _) -> changed(onChange));
  }

  private void changed(Runnable onChange) {
    example = null;
    onChange.run();
  }

  Example example() {
    var now = example;
    if (now == null) {
      now = new Example(input.get(), output.get(), used.get());
      example = now;
    }
    return now;
  }

  /// Returns whether both fields are empty.
  boolean isBlank() {
    return input.get().isBlank() && output.get().isBlank();
  }

  public StringProperty inputProperty() {
    return input;
  }

  public StringProperty outputProperty() {
    return output;
  }

  public BooleanProperty usedProperty() {
    return used;
  }
}
