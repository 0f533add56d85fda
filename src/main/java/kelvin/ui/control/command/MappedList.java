package kelvin.ui.control.command;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Makes lists of commands that follow other lists.
public final class MappedList {

  private MappedList() {}

  /// A list with one element for each element of another list.
  public static <S, T> ObservableList<T> of(
      ObservableList<S> source, Function<? super S, ? extends T> element) {
    return made(source, () -> source.stream().<T>map(element).toList());
  }

  /// The same with the last element first.
  public static <S, T> ObservableList<T> reversed(
      ObservableList<S> source, Function<? super S, ? extends T> element) {
    return made(source, () -> source.reversed().stream().<T>map(element).toList());
  }

  private static <T> ObservableList<T> made(ObservableList<?> source, Supplier<List<T>> elements) {
    var made = FXCollections.<T>observableArrayList();
    Runnable fill = () -> made.setAll(elements.get());
    source.subscribe(fill);
    fill.run();
    return FXCollections.unmodifiableObservableList(made);
  }
}
