package kelvin.huggingface.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The steps that a search can take through an expression: from each place for a character to the
/// places that can follow it (a Glushkov automaton).
///
/// Places behind which the expression matches without another character are left out, because a
/// search that comes there succeeds and takes nothing back.
final class RegexSteps {

  /// Repetitions with a count of more than this are like those without a limit.
  private static final int MAX_COPIES = 4;

  /// Real expressions have up to a few hundred.
  private static final int MAX_PLACES = 3000;

  /// A part of the expression as a whole.
  ///
  /// @param mayBeEmpty whether it can match no character
  /// @param surelyEmpty whether it matches no character in every text
  /// @param ends the last places behind which nothing can fail
  private record Piece(
      boolean mayBeEmpty, boolean surelyEmpty, BitSet first, BitSet last, BitSet ends) {

    static Piece nothing(boolean surely) {
      return new Piece(true, surely, new BitSet(), new BitSet(), new BitSet());
    }
  }

  private final Samples samples;
  private final List<BitSet> characters = new ArrayList<>();
  private final List<BitSet> next = new ArrayList<>();

  /// The places that can follow in two ways at once.
  private final List<BitSet> twice = new ArrayList<>();

  private final List<Part> inner = new ArrayList<>();

  private RegexSteps(Samples samples) {
    this.samples = samples;
  }

  static RegexSteps of(Part part, Samples samples) {
    var steps = new RegexSteps(samples);
    var whole = steps.add(part);
    for (int place = 0; place < steps.count(); place++) {
      steps.next.get(place).andNot(whole.ends());
      steps.twice.get(place).andNot(whole.ends());
    }
    for (int end = whole.ends().nextSetBit(0); end >= 0; end = whole.ends().nextSetBit(end + 1)) {
      steps.next.get(end).clear();
      steps.twice.get(end).clear();
    }
    return steps;
  }

  int count() {
    return next.size();
  }

  BitSet charactersOf(int place) {
    return characters.get(place);
  }

  BitSet after(int place) {
    return next.get(place);
  }

  BitSet twiceAfter(int place) {
    return twice.get(place);
  }

  /// The expressions inside of conditions, which are searched for by themselves.
  List<Part> conditions() {
    return inner;
  }

  private Piece add(Part part) {
    return switch (part) {
      case Part.One one -> place(one);
      case Part.Row row -> row(row.parts());
      case Part.Choice choice -> choice(choice.parts());
      case Part.Repeat repeat -> repeat(repeat);
      case Part.Condition condition -> {
        inner.add(condition.inner());
        yield Piece.nothing(false);
      }
    };
  }

  private Piece place(Part.One one) {
    int place = count();
    if (place >= MAX_PLACES) {
      throw new IllegalArgumentException("it is too long");
    }
    characters.add(samples.of(one));
    next.add(new BitSet());
    twice.add(new BitSet());
    var itself = new BitSet();
    itself.set(place);
    return new Piece(false, false, itself, itself, itself);
  }

  private Piece row(List<Part> parts) {
    var all = Piece.nothing(true);
    for (var part : parts) {
      all = join(all, add(part));
    }
    return all;
  }

  private Piece join(Piece left, Piece right) {
    connect(left.last(), right.first());
    return new Piece(
        left.mayBeEmpty() && right.mayBeEmpty(),
        left.surelyEmpty() && right.surelyEmpty(),
        left.mayBeEmpty() ? union(left.first(), right.first()) : left.first(),
        right.mayBeEmpty() ? union(left.last(), right.last()) : right.last(),
        right.surelyEmpty() ? union(left.ends(), right.ends()) : right.ends());
  }

  private Piece choice(List<Part> parts) {
    var all = add(parts.getFirst());
    for (var part : parts.subList(1, parts.size())) {
      var other = add(part);
      all =
          new Piece(
              all.mayBeEmpty() || other.mayBeEmpty(),
              all.surelyEmpty() || other.surelyEmpty(),
              union(all.first(), other.first()),
              union(all.last(), other.last()),
              union(all.ends(), other.ends()));
    }
    return all;
  }

  private Piece repeat(Part.Repeat repeat) {
    boolean unlimited = repeat.max() > Math.max(MAX_COPIES, repeat.min());
    int needed = Math.min(repeat.min(), MAX_COPIES);
    var all = Piece.nothing(true);
    boolean mayBeEmpty = false;
    for (int i = 0; i < needed; i++) {
      var copy = add(repeat.part());
      mayBeEmpty |= copy.mayBeEmpty();
      all = join(all, unlimited && i == needed - 1 ? loop(copy) : copy);
    }
    if (needed == 0 && unlimited) {
      var copy = add(repeat.part());
      mayBeEmpty = copy.mayBeEmpty();
      all = optional(loop(copy));
    }
    for (int i = needed; i < repeat.max() && !unlimited && i < MAX_COPIES; i++) {
      all = join(all, optional(add(repeat.part())));
    }
    if (repeat.min() > MAX_COPIES) {
      return loop(all);
    }
    // A limited number of copies, each of which may be there or not.
    return mayBeEmpty && unlimited && repeat.max() < Part.UNLIMITED
        ? loop(join(all, optional(add(repeat.part()))))
        : all;
  }

  private Piece loop(Piece piece) {
    connect(piece.last(), piece.first());
    return piece;
  }

  private static Piece optional(Piece piece) {
    return new Piece(true, true, piece.first(), piece.last(), piece.ends());
  }

  private void connect(BitSet from, BitSet to) {
    for (int place = from.nextSetBit(0); place >= 0; place = from.nextSetBit(place + 1)) {
      var again = (BitSet) to.clone();
      again.and(next.get(place));
      twice.get(place).or(again);
      next.get(place).or(to);
    }
  }

  private static BitSet union(BitSet one, BitSet other) {
    var all = (BitSet) one.clone();
    all.or(other);
    return all;
  }
}
