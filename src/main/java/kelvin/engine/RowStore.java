package kelvin.engine;

import java.util.Optional;
import java.util.TreeMap;
import kelvin.distribution.Logits;

/// Stores the rows of logits of one prompt by position, within the limit of a memory.
///
/// The earliest position is dropped first: users seldom go far back, and the model can compute the
/// row again.
final class RowStore {

  private final RowMemory memory;
  private final TreeMap<Integer, float[]> rows = new TreeMap<>();
  private final TreeMap<Integer, Logits> ranked = new TreeMap<>();
  private long bytes;

  /// The position whose row was put last; it is dropped last.
  private int latest;

  /// A store with the usual memory for itself.
  RowStore() {
    this(new RowMemory());
  }

  RowStore(RowMemory memory) {
    this.memory = memory;
  }

  void put(int position, float[] row) {
    drop(position);
    rows.put(position, row.clone());
    bytes += rowBytes(row);
    latest = position;
    memory.makeRoomFor(this);
  }

  /// The bytes of all rows.
  long bytes() {
    return bytes;
  }

  /// The number of rows.
  int count() {
    return rows.size();
  }

  /// Drops the earliest row, that which was put last only if it is the only one.
  ///
  /// @return its bytes
  long dropEarliest() {
    int earliest = rows.firstKey();
    var next = rows.higherKey(earliest);
    return drop(earliest == latest && next != null ? next : earliest);
  }

  boolean holds(int position) {
    return rows.containsKey(position);
  }

  Optional<float[]> rawAt(int position) {
    return Optional.ofNullable(rows.get(position));
  }

  /// The row as ranked logits, ranked on the first call.
  Optional<Logits> at(int position) {
    var known = ranked.get(position);
    if (known != null) {
      return Optional.of(known);
    }
    var logits = rawAt(position).map(row -> Logits.owning(row.clone()));
    // Only one ranking is kept, that of the shown position.
    ranked.clear();
    logits.ifPresent(fresh -> ranked.put(position, fresh));
    return logits;
  }

  void dropFrom(int position) {
    for (var at : rows.tailMap(position).keySet().toArray(Integer[]::new)) {
      drop(at);
    }
  }

  private long drop(int position) {
    var row = rows.remove(position);
    ranked.remove(position);
    long freed = row == null ? 0 : rowBytes(row);
    bytes -= freed;
    return freed;
  }

  private static long rowBytes(float[] row) {
    return (long) row.length * Float.BYTES;
  }
}
