package kelvin.engine.answer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.engine.answer.Ending.Shape;
import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Finds the stop text in sequences of tokens, also across their borders and inside a token.
///
/// It searches bytes, because a token may end within a character. The stop text is whole
/// characters, and UTF-8 has no character inside another, so the same places are found as in the
/// text. The state of the search is the number of bytes of the stop text that stand at the end
/// (D. E. Knuth, J. H. Morris, V. R. Pratt, “Fast Pattern Matching in Strings”, 1977).
final class StopSearch {

  private final byte[] stop;
  private final int[] shorter;
  private final Vocabulary vocabulary;
  private final List<Integer> endOfText;

  /// By state. A search visits few of them, and each takes a look at every token.
  private final Map<Integer, Endings> endings = new HashMap<>();

  /// The tokens that end an answer in one state.
  ///
  /// @param ids all of them
  record Endings(List<Ending> list, BitSet ids) {}

  /// @param endOfText the ids that end every text
  StopSearch(StopText stopText, Vocabulary vocabulary, List<Integer> endOfText) {
    stop = stopText.text().getBytes(StandardCharsets.UTF_8);
    this.vocabulary = vocabulary;
    this.endOfText = endOfText;
    shorter = new int[stop.length];
    for (int i = 1; i < stop.length; i++) {
      int state = shorter[i - 1];
      while (state > 0 && stop[i] != stop[state]) {
        state = shorter[state - 1];
      }
      shorter[i] = stop[i] == stop[state] ? state + 1 : 0;
    }
  }

  /// The bytes that a token adds to a text. Special tokens are no text.
  byte[] bytes(int id) {
    return vocabulary.isSpecial(id) ? new byte[0] : vocabulary.bytes(id);
  }

  /// The state after a token that does not end the answer.
  int stateAfter(int state, int id) {
    int next = state;
    for (byte each : bytes(id)) {
      next = next(next, each);
    }
    return next;
  }

  private int next(int state, byte each) {
    int from = state;
    while (from > 0 && stop[from] != each) {
      from = shorter[from - 1];
    }
    return stop[from] == each ? from + 1 : 0;
  }

  /// @param logitCount the tokens are those below this id
  Endings endings(int state, int logitCount) {
    return endings.computeIfAbsent(state, _ -> search(state, logitCount));
  }

  private Endings search(int state, int logitCount) {
    var all = new BitSet();
    var byShape = new LinkedHashMap<Shape, List<Integer>>();
    for (int id = 0; id < logitCount; id++) {
      var shape = endOfText.contains(id) ? Shape.WHOLE_PATH : shape(state, id);
      if (shape != null) {
        all.set(id);
        byShape.computeIfAbsent(shape, _ -> new ArrayList<>()).add(id);
      }
    }
    var list = new ArrayList<Ending>();
    byShape.forEach((shape, ids) -> list.add(new Ending(shape, ids)));
    return new Endings(list, all);
  }

  /// The effect of a token on the text before it; null if it does not complete the stop text.
  private @Nullable Shape shape(int state, int id) {
    var bytes = bytes(id);
    int at = state;
    for (int i = 0; i < bytes.length; i++) {
      at = next(at, bytes[i]);
      if (at == stop.length) {
        int start = i + 1 - stop.length;
        return start < 0 ? Shape.cutting(-start) : Shape.adding(bytes, start);
      }
    }
    return null;
  }
}
