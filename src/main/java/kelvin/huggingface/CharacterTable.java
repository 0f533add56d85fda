package kelvin.huggingface;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;

/// Checks the table of characters and their replacements in a SentencePiece tokenizer. The library
/// looks characters up without checking, so a wrong offset ends the process at the first text with
/// a certain character.
///
/// The format, a double array behind its size and before the replacements:
/// https://github.com/google/sentencepiece/blob/master/src/normalizer.cc
final class CharacterTable {

  private static final int MAX_KEY_BYTES = 256;

  private final int[] units;
  private final byte[] replacements;
  private double growth = 1;

  private CharacterTable(int[] units, byte[] replacements) {
    this.units = units;
    this.replacements = replacements;
  }

  /// A place in the double array.
  ///
  /// @param depth the number of bytes that lead there
  private record Place(int position, int depth) {}

  /// The largest number of bytes that replace one byte.
  ///
  /// @throws UnusableTokenizerException if a character would lead out of the table
  static double growth(String base64) throws UnusableTokenizerException {
    var table = read(base64);
    table.follow();
    return table.growth;
  }

  private static CharacterTable read(String base64) throws UnusableTokenizerException {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      int size = bytes.remaining() < 4 ? -1 : bytes.getInt();
      if (size < 4 || size > bytes.remaining()) {
        throw damaged();
      }
      var units = new int[size / 4];
      for (int i = 0; i < units.length; i++) {
        units[i] = bytes.getInt();
      }
      var replacements = new byte[bytes.remaining()];
      bytes.get(replacements);
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(replacements));
      return new CharacterTable(units, replacements);
    } catch (IllegalArgumentException | CharacterCodingException _) {
      throw damaged();
    }
  }

  private static UnusableTokenizerException damaged() {
    return new UnusableTokenizerException("has a damaged table of characters");
  }

  /// Follows every byte from every place that some text can lead to.
  private void follow() throws UnusableTokenizerException {
    var seen = new BitSet();
    var open = new ArrayDeque<Place>();
    open.add(new Place(offset(units[0]), 0));
    while (!open.isEmpty()) {
      var place = open.remove();
      for (int b = 1; b < 256; b++) {
        int position = place.position() ^ b;
        int unit = unit(position);
        if (label(unit) == b) {
          int next = position ^ offset(unit);
          int depth = place.depth() + 1;
          if (hasLeaf(unit)) {
            checkReplacement(unit(next) & Integer.MAX_VALUE, depth);
          }
          if (!seen.get(next) && depth < MAX_KEY_BYTES) {
            seen.set(next);
            open.add(new Place(next, depth));
          }
        }
      }
    }
  }

  private int unit(int position) throws UnusableTokenizerException {
    if (position < 0 || position >= units.length) {
      throw damaged();
    }
    return units[position];
  }

  private void checkReplacement(int start, int depth) throws UnusableTokenizerException {
    if (start > replacements.length || isInsideCharacter(start)) {
      throw damaged();
    }
    int end = start;
    while (end < replacements.length && replacements[end] != 0) {
      end++;
    }
    growth = Math.max(growth, (double) (end - start) / depth);
  }

  private boolean isInsideCharacter(int at) {
    return at < replacements.length && (replacements[at] & 0xC0) == 0x80;
  }

  private static boolean hasLeaf(int unit) {
    return (unit >>> 8 & 1) == 1;
  }

  private static int label(int unit) {
    return unit & (1 << 31 | 0xFF);
  }

  private static int offset(int unit) {
    return unit >>> 10 << ((unit & 1 << 9) >>> 6);
  }
}
