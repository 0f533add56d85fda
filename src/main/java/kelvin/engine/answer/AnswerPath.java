package kelvin.engine.answer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tokens of an answer that has not ended. Paths share their beginnings.
///
/// @param id the last token; −1 of the path without tokens
/// @param state of the search for the stop text
/// @param number the order in which paths were found; it makes the order of equal ones certain
record AnswerPath(
    @Nullable AnswerPath parent, int id, double logProbability, int state, long number) {

  /// The most probable path first.
  static final Comparator<AnswerPath> BEST_FIRST =
      Comparator.comparingDouble((AnswerPath path) -> -path.logProbability)
          .thenComparingLong(AnswerPath::number);

  static AnswerPath empty() {
    return new AnswerPath(null, -1, 0, 0, 0);
  }

  double probability() {
    return StrictMath.exp(logProbability);
  }

  /// The number of tokens.
  int length() {
    int length = 0;
    for (var path = this; path.parent != null; path = path.parent) {
      length++;
    }
    return length;
  }

  List<Integer> ids() {
    var ids = new ArrayDeque<Integer>();
    for (var path = this; path.parent != null; path = path.parent) {
      ids.addFirst(path.id);
    }
    return List.copyOf(ids);
  }

  /// The bytes of its text.
  byte[] bytes(StopSearch search) {
    var bytes = new ByteArrayOutputStream();
    ids().forEach(id -> bytes.writeBytes(search.bytes(id)));
    return bytes.toByteArray();
  }
}
