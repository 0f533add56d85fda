package kelvin.ui.lab.common;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Finished results, one of which is selected. The one that was removed last can be brought back.
///
/// @param <T> the results
public final class ResultList<T> {

  private final ObservableList<T> results = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable T> selected = new SimpleObjectProperty<>(this, "selected");
  private final ReadOnlyObjectWrapper<Optional<T>> removed =
      new ReadOnlyObjectWrapper<>(this, "removed", Optional.empty());
  private Optional<Comparator<? super T>> order = Optional.empty();

  /// Adds a result before the others, unless an order is set, and selects it.
  public void add(T result) {
    if (!results.contains(result)) {
      results.addFirst(result);
      sort();
    }
    selected.set(result);
  }

  /// Keeps the results in an order from now on.
  public void sortBy(Comparator<? super T> wanted) {
    order = Optional.of(wanted);
    sort();
  }

  /// Sorting clears the selection in a list view for a moment.
  private void sort() {
    var chosen = selected.get();
    order.ifPresent(each -> FXCollections.sort(results, each));
    selected.set(chosen);
  }

  /// Puts another result in the place of one, and selects it.
  public void replace(T old, T other) {
    results.set(results.indexOf(old), other);
    selected.set(other);
    sort();
  }

  /// Replaces all results, and selects the first.
  public void setAll(List<T> others) {
    removed.set(Optional.empty());
    results.setAll(others);
    order.ifPresent(each -> FXCollections.sort(results, each));
    selected.set(results.isEmpty() ? null : results.getFirst());
  }

  /// Removes a result; `bringBack` restores the last one removed.
  public void remove(T result) {
    int index = results.indexOf(result);
    if (index >= 0) {
      results.remove(index);
      removed.set(Optional.of(result));
      selected.set(results.isEmpty() ? null : results.get(Math.min(index, results.size() - 1)));
    }
  }

  /// Removes the selected result, if there is one.
  public void removeSelected() {
    var chosen = selected.get();
    if (chosen != null) {
      remove(chosen);
    }
  }

  public void bringBack() {
    removed.get().ifPresent(this::add);
    removed.set(Optional.empty());
  }

  /// All results in their order.
  public ObservableList<T> results() {
    return results;
  }

  /// The selected result; null for none.
  public ObjectProperty<@Nullable T> selectedProperty() {
    return selected;
  }

  /// The result that was removed last and can be restored.
  public ReadOnlyObjectProperty<Optional<T>> removedProperty() {
    return removed.getReadOnlyProperty();
  }
}
