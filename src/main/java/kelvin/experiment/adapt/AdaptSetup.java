package kelvin.experiment.adapt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.FitPart;
import kelvin.experiment.tuning.Training;
import kelvin.experiment.tuning.Turns;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;

/// The settings of a comparison.
///
/// @param plan the data, the labels and how they are compared; its prompt has a place for examples
/// @param bare the prompt without any example
/// @param pool the pairs of the train part from which the examples are drawn
/// @param notes a sentence for each kind of pair that was left out of the pool
/// @param training of weights, whose seed each draw replaces
public record AdaptSetup(
    EvaluationPlan plan,
    FewShotPrompt bare,
    List<Pair> pool,
    List<String> notes,
    AdaptExtent extent,
    Training training) {

  /// A draw of examples.
  ///
  /// @param pairs in the order of the draw, which begins with that of a smaller draw
  public record Draw(long seed, List<Pair> pairs) {

    public Draw {
      pairs = List.copyOf(pairs);
    }

    /// The same pairs as examples of a prompt, none of them muted.
    List<Example> examples() {
      return pairs.stream().map(pair -> pair.example().withUsed(true)).toList();
    }

    /// The draw of the first ones.
    Draw first(int most) {
      return new Draw(seed, pairs.subList(0, Math.min(most, pairs.size())));
    }

    List<String> places() {
      return pairs.stream().map(Pair::place).toList();
    }
  }

  public AdaptSetup {
    pool = List.copyOf(pool);
    notes = List.copyOf(notes);
  }

  /// @param plan whose prompt has examples, which are not used
  /// @throws DataException when there are too few pairs to draw from
  public static AdaptSetup of(EvaluationPlan plan, AdaptExtent extent, Training training)
      throws DataException {
    if (!(plan.prompt().base() instanceof FewShotPrompt prompt)) {
      throw new DataException("The task has no place for examples: choose one with a layout.");
    }
    var bare = prompt.withExamples(List.of()).withShots(0);
    var setup = setup(plan, bare);
    int most = extent.examples().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most == 0) {
      return new AdaptSetup(plan, bare, List.of(), List.of(), extent, training);
    }
    var part = FitPart.of(plan.data(), setup);
    if (part.pairs().size() < most) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "The train part has %,d pairs to draw from, and %,d examples are wanted: give fewer.",
              part.pairs().size(),
              most));
    }
    return new AdaptSetup(plan, bare, part.pairs(), part.notes(), extent, training);
  }

  private static EvaluationSetup setup(EvaluationPlan plan, ComposedPrompt base) {
    return plan.askedWith(base);
  }

  /// Asks with another prompt of the task.
  EvaluationSetup asked(ComposedPrompt prompt) {
    return setup(plan, prompt);
  }

  /// The prompt that shows examples.
  FewShotPrompt showing(List<Example> examples) {
    return bare.withExamples(examples).withShots(examples.size());
  }

  /// The task in words; without words of its own, the prompt without an example.
  ComposedPrompt inWords() {
    return plan.prompt().inWords().orElse(bare);
  }

  public DataSet data() {
    return plan.data();
  }

  /// The seed of the first draw.
  public long seed() {
    return plan.setup().facts().seed();
  }

  boolean wants(AdaptMethod method) {
    return extent.methods().contains(method);
  }

  /// Returns whether a method is wanted and takes this number of examples.
  boolean wants(AdaptMethod method, int examples) {
    return wants(method) && method.takes(examples);
  }

  /// The draws, seed after seed, the smaller ones first, so that beginnings of prompts are shared.
  /// No examples are drawn once.
  List<Draw> draws() {
    var draws = new ArrayList<Draw>();
    if (extent.examples().contains(0) || wants(AdaptMethod.ZERO_SHOT)) {
      draws.add(new Draw(seed(), List.of()));
    }
    for (long seed : LongStream.range(seed(), seed() + extent.seeds()).toArray()) {
      var order = Turns.order(pool, seed);
      extent.examples().stream()
          .filter(count -> count > 0)
          .forEach(count -> draws.add(new Draw(seed, order.subList(0, count))));
    }
    return draws;
  }

  /// The draw that a point was measured with.
  private Draw draw(AdaptPoint point) {
    return new Draw(point.seed(), Turns.order(pool, point.seed()).subList(0, point.examples()));
  }

  /// The prompt of a point with the first test input, its labels and the right one.
  public Trial trial(AdaptPoint point) {
    var prompt =
        switch (point.method()) {
          case ZERO_SHOT -> inWords();
          case FEW_SHOT, CALIBRATED, ENSEMBLE, VOTE -> showing(draw(point).examples());
          case HEAD, FINETUNE -> bare;
          case TUNED_FEW_SHOT -> showing(draw(point).first(TrainedMethods.SHOWN).examples());
        };
    return asked(prompt).trial(data().test().getFirst());
  }

  /// Returns whether a method is to be measured with a draw.
  boolean measures(AdaptMethod method, Draw draw) {
    int count = draw.pairs().size();
    return wants(method, count)
        && (method == AdaptMethod.ZERO_SHOT || extent.examples().contains(count));
  }

  /// The number of points of some methods.
  int points(List<AdaptMethod> methods) {
    return draws().stream()
        .mapToInt(draw -> (int) methods.stream().filter(each -> measures(each, draw)).count())
        .sum();
  }

  /// The number of all points.
  public int points() {
    return points(extent.methods());
  }

  /// The only label of a draw; empty if there are several, or no pair.
  static Optional<String> onlyLabel(Draw draw) {
    var labels = new HashSet<String>();
    draw.pairs().forEach(pair -> labels.add(pair.label()));
    return labels.size() == 1 ? labels.stream().findFirst() : Optional.empty();
  }
}
