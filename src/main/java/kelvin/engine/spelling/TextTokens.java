package kelvin.engine.spelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.text.Vocabulary;

/// The tokens that can come at each place of a text.
final class TextTokens {

  private final byte[] text;
  private final Vocabulary vocabulary;
  private final Map<Integer, Step> steps = new HashMap<>();

  /// The tokens at one place.
  ///
  /// @param within tokens that end before the text ends
  /// @param over tokens that reach its end or go beyond
  record Step(List<Integer> within, List<Integer> over) {}

  TextTokens(byte[] text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  /// @param from the number of bytes before the place
  Step at(int from) {
    return steps.computeIfAbsent(from, this::find);
  }

  /// The number of bytes that a token adds; special ones add none.
  int length(int id) {
    return vocabulary.bytes(id).length;
  }

  private Step find(int from) {
    var within = new ArrayList<Integer>();
    var over = new ArrayList<Integer>();
    for (int id = 0; id < vocabulary.size(); id++) {
      if (vocabulary.isSpecial(id)) {
        continue;
      }
      var bytes = vocabulary.bytes(id);
      int compared = Math.min(bytes.length, text.length - from);
      if (bytes.length > 0 && isAt(from, bytes, compared)) {
        (bytes.length < text.length - from ? within : over).add(id);
      }
    }
    return new Step(List.copyOf(within), List.copyOf(over));
  }

  private boolean isAt(int from, byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (bytes[i] != text[from + i]) {
        return false;
      }
    }
    return true;
  }
}
