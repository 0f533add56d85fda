package kelvin.huggingface.regex;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Finds texts that an expression can match in a number of ways that grows with their length. A
/// search that fails at their end tries them all.
///
/// The criteria: Weideman et al., Analyzing Matching Time Behavior of Backtracking Regular
/// Expression Matchers by Using Ambiguity of NFA, 2016.
final class Ambiguity {

  private static final int MAX_VISITS = 2_000_000;

  private final RegexSteps steps;
  private final BitSet[] reachable;
  private int visits;

  /// Places of two or three searches that read the same text.
  private record Places(int first, int second, int third) {}

  private Ambiguity(RegexSteps steps) {
    this.steps = steps;
    reachable = new BitSet[steps.count()];
    for (int place = 0; place < reachable.length; place++) {
      reachable[place] = reachableFrom(place);
    }
  }

  /// Returns whether the ways double with every few characters.
  static boolean isExponential(RegexSteps steps) {
    return new Ambiguity(steps).isExponential();
  }

  /// Returns whether the ways grow with a power of the length.
  static boolean isPolynomial(RegexSteps steps) {
    return new Ambiguity(steps).isPolynomial();
  }

  private BitSet reachableFrom(int start) {
    var found = new BitSet();
    var open = new ArrayDeque<Integer>();
    open.add(start);
    while (!open.isEmpty()) {
      var after = steps.after(open.remove());
      for (int place = after.nextSetBit(0); place >= 0; place = after.nextSetBit(place + 1)) {
        if (!found.get(place)) {
          found.set(place);
          open.add(place);
        }
      }
    }
    return found;
  }

  private boolean isInLoop(int place) {
    return reachable[place].get(place);
  }

  /// The places from which a place is reached that it reaches itself.
  private BitSet loopOf(int place) {
    var loop = new BitSet();
    for (int other = 0; other < reachable.length; other++) {
      loop.set(other, reachable[place].get(other) && reachable[other].get(place));
    }
    return loop;
  }

  /// Two different ways lead from a place in a loop back to it with the same text.
  private boolean isExponential() {
    for (int place = 0; place < reachable.length; place++) {
      if (isInLoop(place) && (hasDoubleStep(place) || returnsInTwoWays(place))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasDoubleStep(int place) {
    return steps.twiceAfter(place).intersects(loopOf(place));
  }

  private boolean returnsInTwoWays(int place) {
    var loop = loopOf(place);
    var start = new Places(place, place, place);
    for (var pair : visit(start, loop, loop)) {
      if (pair.first() != pair.second() && visit(pair, loop, loop).contains(start)) {
        return true;
      }
    }
    return false;
  }

  private Set<Places> visit(Places start, BitSet first, BitSet second) {
    var found = new HashSet<Places>();
    var open = new ArrayDeque<Places>();
    open.add(start);
    while (!open.isEmpty()) {
      var at = open.remove();
      for (int a : within(at.first(), first)) {
        for (int b : within(at.second(), second)) {
          var pair = new Places(a, b, start.third());
          if (steps.charactersOf(a).intersects(steps.charactersOf(b)) && found.add(pair)) {
            count();
            open.add(pair);
          }
        }
      }
    }
    return found;
  }

  /// The same text leads from one loop back to its place, from there to another loop, and in that
  /// one back to its place.
  private boolean isPolynomial() {
    for (int from = 0; from < reachable.length; from++) {
      for (int to = 0; to < reachable.length; to++) {
        if (from != to
            && isInLoop(from)
            && isInLoop(to)
            && reachable[from].get(to)
            && leadsFromLoopToLoop(from, to)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean leadsFromLoopToLoop(int from, int to) {
    var firstLoop = loopOf(from);
    var secondLoop = loopOf(to);
    var between = (BitSet) reachable[from].clone();
    var goal = new Places(from, to, to);
    var found = new HashSet<Places>();
    var open = new ArrayDeque<Places>();
    open.add(new Places(from, from, to));
    while (!open.isEmpty()) {
      var at = open.remove();
      for (int a : within(at.first(), firstLoop)) {
        for (int b : within(at.second(), between)) {
          for (int c : within(at.third(), secondLoop)) {
            var all = new Places(a, b, c);
            if (overlap(a, b, c) && found.add(all)) {
              count();
              open.add(all);
            }
          }
        }
      }
    }
    return found.contains(goal);
  }

  private boolean overlap(int a, int b, int c) {
    var common = (BitSet) steps.charactersOf(a).clone();
    common.and(steps.charactersOf(b));
    return common.intersects(steps.charactersOf(c));
  }

  private int[] within(int place, BitSet allowed) {
    var after = (BitSet) steps.after(place).clone();
    after.and(allowed);
    return after.stream().toArray();
  }

  private void count() {
    if (++visits > MAX_VISITS) {
      throw new IllegalArgumentException("it is too complex");
    }
  }
}
