package kelvin.text.template.value;

import java.util.List;

/// Values that can be gone through once, as Python's generators: what filters such as `map` and
/// `select` give. They cannot be counted, taken by place or printed.
public final class Stream implements Value {

  private final long weight;
  private List<Value> left;

  public Stream(List<Value> items) {
    left = List.copyOf(items);
    weight = ValueLimits.weight(items);
  }

  /// All that is left. Nothing is left afterwards.
  public List<Value> take() {
    var taken = left;
    left = List.of();
    return taken;
  }

  /// The next value, which is then gone; undefined at the end.
  public Value takeFirst() {
    if (left.isEmpty()) {
      return new Undefined("there is no first item");
    }
    var first = left.getFirst();
    left = left.subList(1, left.size());
    return first;
  }

  @Override
  public String kind() {
    return "the result of a filter such as map, which is no list (add | list)";
  }

  @Override
  public boolean isTrue() {
    return true;
  }

  @Override
  public long weight() {
    return weight;
  }
}
