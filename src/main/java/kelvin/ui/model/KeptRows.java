package kelvin.ui.model;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.LogitsMemory;
import kelvin.engine.RowMemory;

/// The memory for rows of logits, and the limit that the user chose for it.
public final class KeptRows {

  private final RowMemory memory = new RowMemory();
  private final ObjectProperty<LogitsMemory> limit =
      new SimpleObjectProperty<>(this, "limit", LogitsMemory.USUAL);

  private Runnable onLess = () -> {};

  KeptRows() {
    limit.subscribe(
        now -> {
          memory.setLimit(now.bytes());
          onLess.run();
        });
  }

  /// Sets what drops the rows that are over a new limit; called once.
  public void setOnLess(Runnable action) {
    onLess = action;
  }

  /// The memory that all prompts on show share.
  public RowMemory memory() {
    return memory;
  }

  /// The limit that the user chose.
  public ObjectProperty<LogitsMemory> limitProperty() {
    return limit;
  }
}
