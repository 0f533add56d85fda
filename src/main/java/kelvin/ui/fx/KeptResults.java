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
  public List<B> of(List<? extends A> now) {
    var all = new ArrayList<B>(now.size());
    for (int i = 0; i < now.size(); i++) {
      A element = now.get(i);
      all.add(
          i < elements.size() && element.equals(elements.get(i))
              ? results.get(i)
              : function.apply(element));
    }
    elements = List.copyOf(now);
    results = List.copyOf(all);
    return results;
  }
}
