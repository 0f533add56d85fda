package kelvin.engine.answer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    var byText = new LinkedHashMap<String, List<Integer>>();
    var shape = new HashMap<String, Ending>();
    for (int id = 0; id < logitCount; id++) {
      var ending = endOfText.contains(id) ? new Ending(0, new byte[0], new int[0]) : end(state, id);
      if (ending != null) {
        all.set(id);
        var key = ending.cut() + " " + HexFormat.of().formatHex(ending.added());
        shape.putIfAbsent(key, ending);
        byText.computeIfAbsent(key, _ -> new ArrayList<>()).add(id);
      }
    }
    var list = new ArrayList<Ending>();
    byText.forEach(
        (key, ids) -> {
          var one = shape.get(key);
          list.add(
              new Ending(
                  one.cut(), one.added(), ids.stream().mapToInt(Integer::intValue).toArray()));
        });
    return new Endings(list, all);
  }

  /// The text that the token leaves before the stop text; null if it does not complete it.
  private @Nullable Ending end(int state, int id) {
    var bytes = bytes(id);
    int at = state;
    for (int i = 0; i < bytes.length; i++) {
      at = next(at, bytes[i]);
      if (at == stop.length) {
        int start = i + 1 - stop.length;
        return new Ending(
            Math.max(0, -start), Arrays.copyOf(bytes, Math.max(0, start)), new int[0]);
      }
    }
    return null;
  }
}
