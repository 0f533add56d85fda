package kelvin.ui.compose;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.Example;
import org.jspecify.annotations.Nullable;

/// An example while it is edited.
public final class ExampleRow {

  private final StringProperty input = new SimpleStringProperty(this, "input");
  private final StringProperty output = new SimpleStringProperty(this, "output");
  private final BooleanProperty used = new SimpleBooleanProperty(this, "used");

  /// Null when it has changed since; kept so that every state of the history shares it.
  private @Nullable Example example;

  ExampleRow(Example example) {
    input.set(example.input());
    output.set(example.output());
    used.set(example.used());
    this.example = example;
  }

  /// Calls back after every change.
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

  /// Whether nothing was typed yet.
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
