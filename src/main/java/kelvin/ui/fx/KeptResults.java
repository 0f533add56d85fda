package kelvin.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Applies a function to each element of a list that changes a little at a time. An element that
/// stands where it stood before keeps its result, so a list that grows by one costs one call.
///
/// @param <A> the elements
/// @param <B> the results
public final class KeptResults<A, B> {

  private final Function<? super A, ? extends B> function;
  private List<A> elements = List.of();
  private List<B> results = List.of();

  /// @param function gives the same result for equal elements
  public KeptResults(Function<? super A, ? extends B> function) {
    this.function = function;
  }

  /// The results for these elements, in order.
  ///
  /// @param now best an immutable list, which is not copied
  public List<B> of(List<? extends A> now) {
    List<A> given = List.copyOf(now);
    int same = 0;
    while (same < given.size() && isKept(same, given)) {
      same++;
    }
    if (same < given.size() || same < elements.size()) {
      var all = new ArrayList<B>(given.size());
      all.addAll(results.subList(0, same));
      for (int i = same; i < given.size(); i++) {
        all.add(isKept(i, given) ? results.get(i) : function.apply(given.get(i)));
      }
      results = List.copyOf(all);
    }
    elements = given;
    return results;
  }

  /// Most elements are the very objects of the last call; comparing records takes much longer.
  @SuppressWarnings("ReferenceEquality")
  private boolean isKept(int i, List<A> given) {
    if (i >= elements.size()) {
      return false;
    }
    A element = given.get(i);
    A before = elements.get(i);
    return element == before || element.equals(before);
  }
}
