package kelvin.engine;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/// The memory for rows of logits that the prompts on show share, within a limit that the user sets.
///
/// A row is dropped when there is no room: first of the prompt that was used longest ago, and of
/// one prompt the earliest position. The model makes it again when it is looked at. The latest row
/// of the prompt in use always stays, however small the limit is.
///
/// All stores of one memory belong to one thread. The limit can be set on any.
public final class RowMemory {

  /// The limit in bytes that is there from the start.
  public static final long USUAL_BYTES = 128L << 20;

  /// The stores, the one used last at the end. One that nobody uses any more does not stay.
  private final List<WeakReference<RowStore>> stores = new ArrayList<>();

  private volatile long limit = USUAL_BYTES;

  /// Sets the most bytes. Rows over it are dropped with the next row, or by `trim`.
  ///
  /// @param bytes at least 1
  public void setLimit(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a limit of " + bytes + " bytes");
    }
    limit = bytes;
  }

  /// The most bytes.
  public long limit() {
    return limit;
  }

  /// The bytes that all rows take.
  public long bytes() {
    return bytes(living());
  }

  private static long bytes(List<RowStore> living) {
    return living.stream().mapToLong(RowStore::bytes).sum();
  }

  /// Drops what is over the limit.
  public void trim() {
    var living = living();
    if (!living.isEmpty()) {
      makeRoom(living);
    }
  }

  /// Makes room after a store got a row, at the cost of the others first.
  void makeRoomFor(RowStore user) {
    stores.removeIf(each -> each.refersTo(user));
    stores.add(new WeakReference<>(user));
    makeRoom(living());
  }

  private void makeRoom(List<RowStore> living) {
    long excess = bytes(living) - limit;
    for (var store : living) {
      boolean isInUse = store == living.getLast();
      while (excess > 0 && store.count() > (isInUse ? 1 : 0)) {
        excess -= store.dropEarliest();
      }
    }
  }

  private List<RowStore> living() {
    stores.removeIf(each -> each.refersTo(null));
    var living = new ArrayList<RowStore>();
    for (var each : stores) {
      var store = each.get();
      if (store != null) {
        living.add(store);
      }
    }
    return living;
  }
}
