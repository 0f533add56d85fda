package kelvin.prompt.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import kelvin.prompt.Shuffle;
import kelvin.prompt.Trial;

/// Plans an order sweep: the same shots in every order, or in a random part of the orders.
public final class OrderSweep {

  /// The maximum number of shots that are tried in all orders. With more, orders are drawn: six
  /// shots have 720.
  public static final int MAX_SHOTS_FOR_ALL = 5;

  private OrderSweep() {}

  /// @param bases the same prompt, once for each test input
  /// @param maxOrders the number of orders to draw if there are too many to try all
  public static List<Variant> plan(List<Trial> bases, int maxOrders, long seed) {
    return plan(bases, maxOrders, seed, () -> {});
  }

  /// Does the same with a check before each order and each prompt, which may throw to stop the
  /// planning.
  public static List<Variant> plan(List<Trial> bases, int maxOrders, long seed, Runnable check) {
    var prompt = Variant.prompt(bases.getFirst());
    var places = prompt.usedPlaces().stream().limit(prompt.shots()).toList();
    var orders = orders(places, maxOrders, seed, check);
    var variants = new ArrayList<Variant>();
    for (int draw = 0; draw < orders.size(); draw++) {
      for (int test = 0; test < bases.size(); test++) {
        check.run();
        var order = orders.get(draw);
        variants.add(Variant.arranged(name(order), draw, test, order, bases.get(test)));
      }
    }
    return variants;
  }

  /// Names an order by the examples' places, 1-based.
  private static String name(List<Integer> order) {
    return order.stream()
        .map(place -> Integer.toString(place + 1))
        .collect(Collectors.joining(" "));
  }

  /// Returns whether a prompt with this number of shots is tried in every order.
  public static boolean isWhole(int shots) {
    return shots <= MAX_SHOTS_FOR_ALL;
  }

  private static List<List<Integer>> orders(
      List<Integer> places, int maxOrders, long seed, Runnable check) {
    if (isWhole(places.size())) {
      var all = new ArrayList<List<Integer>>();
      collect(places, List.of(), all);
      return all;
    }
    // The given order comes first. Six shots have 720 orders, so more than a hundred different ones
    // are drawn quickly.
    var drawn = new LinkedHashSet<List<Integer>>();
    drawn.add(places);
    var random = new SplittableRandom(seed);
    for (int tries = 0; drawn.size() < maxOrders && tries < 100 * maxOrders; tries++) {
      check.run();
      drawn.add(Shuffle.of(places, random.nextLong()));
    }
    return List.copyOf(drawn);
  }

  /// Collects the orders lexicographically; the order of `places` is the first.
  private static void collect(List<Integer> left, List<Integer> prefix, List<List<Integer>> all) {
    if (left.isEmpty()) {
      all.add(prefix);
    }
    for (var place : left) {
      var longer = new ArrayList<>(prefix);
      longer.add(place);
      collect(left.stream().filter(other -> !other.equals(place)).toList(), longer, all);
    }
  }
}
