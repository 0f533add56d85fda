package kelvin.engine.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.distribution.GoodnessOfFit;
import kelvin.engine.Generation.Stop;
import kelvin.engine.path.PathText;
import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Counts the samples that are whole.
final class SampleCount {

  private static final Comparator<Sample> MOST_FREQUENT_FIRST =
      Comparator.comparingInt((Sample sample) -> -sample.count())
          .thenComparing(Comparator.comparingDouble(Sample::logProbability).reversed())
          .thenComparingLong(Sample::seed);

  private final int samples;
  private final Vocabulary vocabulary;
  private final Map<List<Integer>, Sample> byIds = new LinkedHashMap<>();
  private final List<GoodnessOfFit.Cell> cells = new ArrayList<>();
  private @Nullable Sample greedy;

  SampleCount(int samples, Vocabulary vocabulary) {
    this.samples = samples;
    this.vocabulary = vocabulary;
  }

  /// Counts the samples of a beginning that goes no further.
  void add(Beginning whole, Stop stop) {
    var sample = sample(whole, stop);
    if (sample.count() > 0) {
      byIds.merge(sample.ids(), sample, SampleCount::together);
    }
    if (whole.isGreedy()) {
      greedy = sample;
    }
    double expected = samples * StrictMath.exp(whole.logDrawn());
    if (expected >= GoodnessOfFit.MIN_EXPECTED) {
      cells.add(new GoodnessOfFit.Cell(sample.count(), expected));
    }
  }

  private Sample sample(Beginning whole, Stop stop) {
    var ids = whole.path().ids();
    return new Sample(
        ids,
        PathText.of(ids, vocabulary),
        whole.seeds().size(),
        whole.seeds().stream().mapToLong(seed -> seed).min().orElse(0),
        whole.path().logProbability(),
        whole.logDrawn(),
        stop);
  }

  private static Sample together(Sample one, Sample other) {
    return new Sample(
        one.ids(),
        one.text(),
        one.count() + other.count(),
        Math.min(one.seed(), other.seed()),
        one.logProbability(),
        one.logDrawn(),
        one.stop());
  }

  /// @param isTested whether the counts can be compared with exact probabilities
  /// @param runs the number of runs of the model
  Samples result(boolean isTested, int runs) {
    var best = greedy;
    if (best == null) {
      throw new IllegalStateException("the greedy continuation is not whole");
    }
    return new Samples(
        byIds.values().stream().sorted(MOST_FREQUENT_FIRST).toList(),
        samples,
        best,
        isTested ? Optional.of(GoodnessOfFit.of(allCells())) : Optional.empty(),
        runs);
  }

  /// The cells with all rarer continuations in one, or in the last cell if they are too few.
  private List<GoodnessOfFit.Cell> allCells() {
    var all = new ArrayList<>(cells);
    long observed = samples - cells.stream().mapToLong(GoodnessOfFit.Cell::observed).sum();
    double sum = cells.stream().mapToDouble(GoodnessOfFit.Cell::expected).sum();
    double expected = Math.max(0, samples - sum);
    if (expected < GoodnessOfFit.MIN_EXPECTED && !all.isEmpty()) {
      var last = all.removeLast();
      observed += last.observed();
      expected += last.expected();
    }
    all.add(new GoodnessOfFit.Cell(observed, expected));
    return all;
  }
}
