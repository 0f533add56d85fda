package kelvin.ui.prompt;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.Example;

/// An example while it is edited.
public final class ExampleRow {

  private final StringProperty input = new SimpleStringProperty(this, "input");
  private final StringProperty output = new SimpleStringProperty(this, "output");
  private final BooleanProperty used = new SimpleBooleanProperty(this, "used");

  ExampleRow(Example example) {
    input.set(example.input());
    output.set(example.output());
    used.set(example.used());
  }

  Example example() {
    return new Example(input.get(), output.get(), used.get());
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
