package kelvin.ui.plot.film;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.ui.control.Numbers;

/// The axis across a film: what changes from left to right.
sealed interface FilmAcross {

  /// The position of a value: 0 at the left, 1 at the right.
  double share(double value);

  /// The value at a position.
  ///
  /// @param share 0 at the left, 1 at the right
  double value(double share);

  /// The values with a mark, in order of importance. Where there is little room, the last ones lose
  /// their labels first.
  List<Double> ticks();

  String label(double tick);

  /// Temperatures on a log scale.
  record Temperatures() implements FilmAcross {

    static final double MIN = 0.05;
    static final double MAX = 10;

    /// τ = 1 and the ends stay.
    private static final List<Double> TICKS = List.of(1.0, 0.05, 10.0, 0.2, 5.0, 0.5, 2.0, 0.1);

    @Override
    public double share(double value) {
      return Math.min(1, Math.log(Math.max(MIN, value) / MIN) / Math.log(MAX / MIN));
    }

    @Override
    public double value(double share) {
      return MIN * Math.pow(MAX / MIN, share);
    }

    @Override
    public List<Double> ticks() {
      return TICKS;
    }

    @Override
    public String label(double tick) {
      return Numbers.plain(tick);
    }
  }

  /// The layers of a model, from the embeddings to the logits.
  ///
  /// @param last the number of the last layer
  record OfLayers(int last) implements FilmAcross {

    @Override
    public double share(double value) {
      return last == 0 ? 0 : Math.clamp(value / last, 0, 1);
    }

    /// The nearest layer.
    @Override
    public double value(double share) {
      return Math.rint(share * last);
    }

    /// The ends, then the middles of what is left, so that those with a label stand evenly.
    @Override
    public List<Double> ticks() {
      var ticks = Stream.of(0, last).distinct().mapToDouble(i -> i).boxed();
      int step = Integer.highestOneBit(Math.max(1, last));
      var between =
          Stream.iterate(step, s -> s > 0, s -> s / 2)
              .flatMap(s -> IntStream.range(1, last).filter(i -> i % s == 0).boxed())
              .distinct()
              .mapToDouble(i -> i)
              .boxed();
      return Stream.concat(ticks, between).toList();
    }

    @Override
    public String label(double tick) {
      return Integer.toString((int) tick);
    }
  }
}
