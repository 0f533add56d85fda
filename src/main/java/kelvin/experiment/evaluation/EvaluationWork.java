package kelvin.experiment.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kelvin.engine.SlicedWork;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.LabelSweep;
import kelvin.engine.label.Normalization;
import kelvin.engine.label.SweepListener;
import kelvin.engine.label.SweepProgress;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Pair;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LoadedModel;
import kelvin.prompt.Spellings;
import kelvin.prompt.Trial;
import org.jspecify.annotations.Nullable;

/// Evaluates a prompt on pairs, one passage a slice. First all prompts are seen to fit; then the
/// pairs are asked about in blocks, so that a long data set takes little memory.
///
/// The prompts of a block run in the order that shares the longest prefixes. Runs on one thread;
/// `cancel` may be called from any thread.
public final class EvaluationWork implements SlicedWork {

  /// The number of pairs whose tokens are in memory together.
  private static final int BLOCK = 256;

  /// The number of prompts that are looked at in a slice.
  private static final int LOOK = 16;

  /// Asks about the labels; has all inputs without content that a comparison needs.
  private final EvaluationSetup setup;

  /// The same questions, compared in one or several ways.
  private final List<EvaluationSetup> comparisons;

  private final EvaluationListener listener;
  private final Cancellation cancellation = new Cancellation();
  private final FittedTrials trials;

  /// By place among the fitted trials: an item for each comparison.
  private final Map<Integer, List<Evaluation.Item>> items = new TreeMap<>();

  private final Map<LabelQuestion, LabelScores> withoutContent = new HashMap<>();

  private boolean looked;
  private int blockStart;
  private @Nullable LabelSweep sweep;

  /// Tells the time of the prompts without content apart.
  private final SliceClock clock = new SliceClock();

  private boolean isWithoutContent;

  /// @param listener called on the thread that runs the slices
  public EvaluationWork(EvaluationSetup setup, List<Pair> pairs, EvaluationListener listener) {
    this(List.of(setup), pairs, listener);
  }

  private EvaluationWork(
      List<EvaluationSetup> comparisons, List<Pair> pairs, EvaluationListener listener) {
    this.comparisons = List.copyOf(comparisons);
    this.listener = listener;
    setup = comparisons.getFirst().withContentFree(contentFree(comparisons));
    trials = new FittedTrials(setup, pairs);
  }

  /// Evaluates several normalisations with one run of the model.
  ///
  /// @param listener called on the thread that runs the slices
  public static EvaluationWork comparing(
      EvaluationSetup setup,
      List<Normalization> normalizations,
      List<Pair> pairs,
      EvaluationListener listener) {
    return new EvaluationWork(
        normalizations.stream().map(setup::comparedBy).toList(), pairs, listener);
  }

  private static List<String> contentFree(List<EvaluationSetup> comparisons) {
    return comparisons.stream()
        .flatMap(each -> each.scoring().contentFree().stream())
        .distinct()
        .toList();
  }

  /// Evaluates on the caller's thread. A cancel ends it early and keeps what was measured.
  ///
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  /// @throws CancelledException when cancelled before anything was measured
  public static Evaluation run(
      EvaluationSetup setup,
      DataSet data,
      LoadedModel model,
      EvaluationListener listener,
      Cancellation cancellation) {
    return run(new EvaluationWork(setup, data.test(), listener), data.name(), model, cancellation);
  }

  /// Does a piece of work on the caller's thread. A cancel ends it early and keeps what was
  /// measured.
  ///
  /// @param data the name of the data set
  /// @throws kelvin.inference.InferenceException with a sentence for the user
  /// @throws CancelledException when cancelled before anything was measured
  public static Evaluation run(
      EvaluationWork work, String data, LoadedModel model, Cancellation cancellation) {
    boolean more = true;
    try {
      while (more) {
        cancellation.throwIfCancelled();
        more = work.runSlice(model, cancellation);
      }
    } catch (CancelledException e) {
      if (work.items.isEmpty()) {
        throw e;
      }
    }
    return work.evaluation(model.descriptor().name(), data);
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation.throwIfCancelled();
    try (var _ = cancellation.onCancel(pause::cancel)) {
      if (!looked) {
        looked = !trials.lookAt(LOOK, model, pause);
        listener.looked(trials.looked(), trials.total());
        return true;
      }
      clock.begin();
      try {
        return runNext(model, pause);
      } finally {
        clock.end(isWithoutContent);
      }
    }
  }

  private boolean runNext(LoadedModel model, Cancellation pause) {
    var current = sweep;
    if (current == null) {
      if (blockStart >= trials.fitted().size()) {
        return false;
      }
      current = nextSweep();
      sweep = current;
    }
    if (!current.runSlice(model, pause)) {
      sweep = null;
    }
    return sweep != null || blockStart < trials.fitted().size();
  }

  /// The block's prompts without content come first, because every item needs them.
  private LabelSweep nextSweep() {
    var block = block();
    var missing = new LinkedHashSet<LabelQuestion>();
    for (var each : block) {
      missing.addAll(contentFree(each));
    }
    missing.removeAll(withoutContent.keySet());
    isWithoutContent = !missing.isEmpty();
    if (isWithoutContent) {
      var questions = List.copyOf(missing);
      return new LabelSweep(
          questions,
          new Scored((index, scores) -> withoutContent.put(questions.get(index), scores)));
    }
    int start = blockStart;
    blockStart += block.size();
    var questions = block.stream().map(each -> setup.question(each.trial())).toList();
    return new LabelSweep(questions, new Scored((index, scores) -> take(start + index, scores)));
  }

  private List<FittedTrials.Fitted> block() {
    var all = trials.fitted();
    return all.subList(blockStart, Math.min(all.size(), blockStart + BLOCK));
  }

  private List<LabelQuestion> contentFree(FittedTrials.Fitted fitted) {
    return contentFree(fitted, setup);
  }

  private static List<LabelQuestion> contentFree(
      FittedTrials.Fitted fitted, EvaluationSetup setup) {
    return setup.scoring().contentFree().stream()
        .map(input -> setup.contentFree(fitted.trial(), input))
        .toList();
  }

  private void take(int index, LabelScores scores) {
    var fitted = trials.fitted().get(index);
    var compared = new ArrayList<Evaluation.Item>();
    for (var comparison : comparisons) {
      var prior = new ArrayList<LabelScores>();
      for (var question : contentFree(fitted, comparison)) {
        prior.add(Objects.requireNonNull(withoutContent.get(question)));
      }
      compared.add(EvaluatedItem.of(comparison, fitted, scores, prior));
    }
    items.put(index, List.copyOf(compared));
    listener.measured(progress());
  }

  /// Returns the time that the prompts without content took, in seconds. Only on the thread that
  /// runs the slices.
  public double secondsWithoutContent() {
    return clock.secondsApart();
  }

  /// Returns the progress. Only on the thread that runs the slices.
  public EvaluationProgress progress() {
    return new EvaluationProgress(items.size(), trials.fitted().size(), clock.seconds());
  }

  /// Returns the first comparison of the items so far. Only on the thread that runs the slices.
  public Evaluation evaluation(String model, String data) {
    return evaluations(model, data).getFirst();
  }

  /// Returns the items so far in each comparison. Only on the thread that runs the slices.
  public List<Evaluation> evaluations(String model, String data) {
    int planned = trials.fitted().size();
    var extent =
        new Evaluation.Extent(
            planned, !looked || items.size() < planned, trials.leftOut(), clock.seconds());
    var all = new ArrayList<Evaluation>();
    for (int i = 0; i < comparisons.size(); i++) {
      int at = i;
      var comparison = comparisons.get(i);
      var facts =
          new Evaluation.Facts(
              model,
              data,
              comparison.facts(),
              comparison.scoring().normalization().label(),
              extent);
      all.add(
          new Evaluation(
              facts,
              Spellings.names(comparison.labels().names()),
              items.values().stream().map(each -> each.get(at)).toList()));
    }
    return all;
  }

  /// The prompts of the items that were measured so far, as they were asked, in the order of the
  /// items. Only on the thread that runs the slices.
  public List<Trial> trials() {
    return items.keySet().stream().map(place -> trials.fitted().get(place).trial()).toList();
  }

  public void cancel() {
    cancellation.cancel();
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  @Override
  public void fail(String reason) {
    listener.failed(reason);
  }

  /// Passes the scores of a sweep on.
  private record Scored(Taker taker) implements SweepListener {

    @Override
    public void scored(int index, LabelScores scores, SweepProgress progress) {
      taker.take(index, scores);
    }

    /// Never called: the evaluation runs the slices of its sweeps and hears of failures itself.
    @Override
    public void failed(String reason) {
      throw new IllegalStateException(reason);
    }

    /// Ends the evaluation, which would ask for the same scores again and again.
    @Override
    public void tooLong(ContextOverflowException overflow) {
      throw overflow;
    }
  }

  private interface Taker {
    void take(int index, LabelScores scores);
  }
}
