package kelvin.text.template.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keys with values, in the order in which they were given.
///
/// @param weight computed from the entries
/// @param depth computed from the entries
public record Mapping(Map<Value, Value> entries, long weight, int depth) implements Value {

  /// @throws TemplateException if it is too large, nested too deeply, or a key cannot be one
  public Mapping(Map<Value, Value> entries) {
    this(
        Collections.unmodifiableMap(new LinkedHashMap<>(entries)),
        ValueLimits.weight(all(entries)),
        ValueLimits.depth(all(entries)));
  }

  /// A mapping whose keys are texts.
  public static Mapping ofTexts(Map<String, ? extends Value> entries) {
    var values = new LinkedHashMap<Value, Value>();
    entries.forEach((key, value) -> values.put(Value.of(key), value));
    return new Mapping(values);
  }

  private static Collection<Value> all(Map<Value, Value> entries) {
    var all = new ArrayList<>(entries.keySet());
    all.addAll(entries.values());
    return all;
  }

  /// Checks that a value can be a key: lists and mappings cannot.
  ///
  /// @throws TemplateException if it cannot
  public static Value key(Value value) {
    boolean possible =
        switch (value) {
          case Sequence row ->
              row.type() == Sequence.Type.TUPLE
                  && row.items().stream().map(Mapping::key).count() == row.items().size();
          case Mapping _ -> false;
          default -> true;
        };
    if (!possible) {
      throw new TemplateException(value.kind() + " cannot be a key");
    }
    return value;
  }

  /// The value of a key, or null.
  public @Nullable Value get(Value key) {
    return entries.get(key);
  }

  public @Nullable Value get(String key) {
    return entries.get(Value.of(key));
  }

  public Sequence keys() {
    return new Sequence(Sequence.Type.KEYS, List.copyOf(entries.keySet()));
  }

  public Sequence values() {
    return new Sequence(Sequence.Type.VALUES, List.copyOf(entries.values()));
  }

  public Sequence pairs() {
    return new Sequence(Sequence.Type.PAIRS, pairList());
  }

  /// Keys and values as tuples of two.
  public List<Value> pairList() {
    var pairs = new ArrayList<Value>();
    entries.forEach((key, value) -> pairs.add(Sequence.tuple(key, value)));
    return pairs;
  }

  @Override
  public String kind() {
    return "a mapping";
  }

  @Override
  public boolean isTrue() {
    return !entries.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Mapping that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
