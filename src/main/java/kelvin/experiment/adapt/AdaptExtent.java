package kelvin.experiment.adapt;

import java.util.List;
import java.util.TreeSet;
import kelvin.experiment.data.DataException;

/// The extent of a comparison.
///
/// @param methods at least one
/// @param examples the numbers of examples, increasing
/// @param seeds the number of draws of examples
public record AdaptExtent(List<AdaptMethod> methods, List<Integer> examples, int seeds) {

  /// The numbers of examples where nobody says more, as a user types them.
  public static final String USUAL_EXAMPLES = "0,1,2,4,8,16,32";

  /// The number of draws where nobody says more.
  public static final int USUAL_SEEDS = 5;

  public static final int MOST_SEEDS = 1_000;
  private static final int MOST_EXAMPLES = 10_000;

  public AdaptExtent {
    methods = List.copyOf(methods);
    examples = List.copyOf(examples);
  }

  /// Reads numbers of examples with commas between them, in any order.
  ///
  /// @throws DataException whose message goes on after the name of the field or option
  public static List<Integer> counts(String typed) throws DataException {
    var counts = new TreeSet<Integer>();
    for (var word : typed.split(",", -1)) {
      counts.add(count(word.strip()));
    }
    return List.copyOf(counts);
  }

  private static int count(String word) throws DataException {
    try {
      int count = Integer.parseInt(word);
      if (count >= 0 && count <= MOST_EXAMPLES) {
        return count;
      }
    } catch (NumberFormatException _) {
      // The exception below says what is wrong.
    }
    throw new DataException(
        "must be whole numbers from 0 to "
            + MOST_EXAMPLES
            + " with commas between them, was '"
            + word
            + "'");
  }

  /// True if a vote is wanted and there are too few other methods for it.
  public boolean votesOnNothing() {
    return methods.contains(AdaptMethod.VOTE) && methods.size() <= Votes.FEWEST;
  }

  /// True if one of the methods can be measured with one of the numbers.
  public boolean measuresAnything() {
    return methods.stream()
        .anyMatch(
            method -> method == AdaptMethod.ZERO_SHOT || examples.stream().anyMatch(method::takes));
  }
}
