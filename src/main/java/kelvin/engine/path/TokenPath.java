package kelvin.engine.path;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tokens after a context, with their joint probability. Paths share their beginnings.
///
/// @param id the last token; −1 of the path without tokens
/// @param logProbability ln of the joint probability, nats
/// @param state a number that the search of these paths keeps with each
/// @param number the order in which paths were found; it makes the order of equal ones certain
public record TokenPath(
    @Nullable TokenPath parent, int id, double logProbability, int state, long number) {

  /// The most probable path first.
  public static final Comparator<TokenPath> BEST_FIRST =
      Comparator.comparingDouble((TokenPath path) -> -path.logProbability)
          .thenComparingLong(TokenPath::number);

  /// The path without tokens.
  public static TokenPath empty() {
    return new TokenPath(null, -1, 0, 0, 0);
  }

  public double probability() {
    return StrictMath.exp(logProbability);
  }

  /// The number of tokens.
  public int length() {
    int length = 0;
    for (var path = this; path.parent != null; path = path.parent) {
      length++;
    }
    return length;
  }

  public List<Integer> ids() {
    var ids = new ArrayDeque<Integer>();
    for (var path = this; path.parent != null; path = path.parent) {
      ids.addFirst(path.id);
    }
    return List.copyOf(ids);
  }
}
