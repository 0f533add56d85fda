package kelvin.prompt.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import kelvin.prompt.Shuffle;
import kelvin.prompt.Trial;

/// The prompts of an order sweep: the same shots in every order, or in a drawn part of the
/// orders.
public final class OrderSweep {

  /// With more shots the orders are drawn: six have 720.
  public static final int MOST_SHOTS_FOR_ALL = 5;

  private OrderSweep() {}

  /// @param bases the same prompt about each of the test inputs
  /// @param most how many orders are drawn where there are too many for all
  public static List<Variant> plan(List<Trial> bases, int most, long seed) {
    var prompt = Variant.prompt(bases.getFirst());
    var places = prompt.usedPlaces().stream().limit(prompt.shots()).toList();
    var orders = orders(places, most, seed);
    var variants = new ArrayList<Variant>();
    for (int draw = 0; draw < orders.size(); draw++) {
      for (int test = 0; test < bases.size(); test++) {
        var order = orders.get(draw);
        variants.add(Variant.arranged(name(order), draw, test, order, bases.get(test)));
      }
    }
    return variants;
  }

  /// As people count the examples: from 1 on.
  private static String name(List<Integer> order) {
    return order.stream()
        .map(place -> Integer.toString(place + 1))
        .collect(Collectors.joining(" "));
  }

  /// Whether a prompt of so many shots is tried in every order.
  public static boolean isWhole(int shots) {
    return shots <= MOST_SHOTS_FOR_ALL;
  }

  private static List<List<Integer>> orders(List<Integer> places, int most, long seed) {
    if (isWhole(places.size())) {
      var all = new ArrayList<List<Integer>>();
      collect(places, List.of(), all);
      return all;
    }
    // The order given comes first. Six shots have 720 orders, so a hundred-odd are soon found.
    var drawn = new LinkedHashSet<List<Integer>>();
    drawn.add(places);
    var random = new SplittableRandom(seed);
    for (int tries = 0; drawn.size() < most && tries < 100 * most; tries++) {
      drawn.add(Shuffle.of(places, random.nextLong()));
    }
    return List.copyOf(drawn);
  }

  /// In lexicographic order, that of the places themselves first.
  private static void collect(List<Integer> left, List<Integer> begun, List<List<Integer>> all) {
    if (left.isEmpty()) {
      all.add(begun);
    }
    for (var place : left) {
      var longer = new ArrayList<>(begun);
      longer.add(place);
      collect(left.stream().filter(other -> !other.equals(place)).toList(), longer, all);
    }
  }
}
