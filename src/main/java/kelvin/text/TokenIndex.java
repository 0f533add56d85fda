package kelvin.text;

import java.util.Arrays;
import java.util.OptionalInt;

/// Finds the id of a token by its bytes. Uses a hash table with open addressing, because a map of
/// a hundred thousand boxed keys would be twenty times as large.
final class TokenIndex {

  private final byte[][] pieces;

  /// Id + 1; 0 for an empty slot.
  private final int[] slots;

  TokenIndex(byte[][] pieces) {
    this.pieces = pieces;
    slots = new int[Integer.highestOneBit(Math.max(1, pieces.length)) * 4];
    for (int id = 0; id < pieces.length; id++) {
      int slot = slotOf(pieces[id]);
      // If several tokens have the same bytes, the first one stays.
      if (pieces[id].length > 0 && slots[slot] == 0) {
        slots[slot] = id + 1;
      }
    }
  }

  /// The slot that holds these bytes, or the empty slot where they belong.
  private int slotOf(byte[] bytes) {
    int mask = slots.length - 1;
    int hash = Arrays.hashCode(bytes);
    int slot = (hash ^ hash >>> 16) & mask;
    while (slots[slot] != 0 && !Arrays.equals(pieces[slots[slot] - 1], bytes)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// The lowest id of a token with exactly these bytes.
  OptionalInt find(byte[] bytes) {
    int found = slots[slotOf(bytes)];
    return bytes.length == 0 || found == 0 ? OptionalInt.empty() : OptionalInt.of(found - 1);
  }
}
