package kelvin.experiment.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.engine.label.Normalization;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.FewShotPrompt;
import kelvin.text.Count;

/// The variants of an evaluation that are worth a look beside it: the other normalisations, other
/// numbers of shots, other orders of the examples, and the task in words.
public final class EvaluationVariants {

  /// The number of shuffles of the examples.
  private static final int ORDERS = 3;

  private EvaluationVariants() {}

  /// The part of an evaluation that a variant changes.
  public enum Kind {
    NORMALIZATION,
    SHOTS,
    ORDER,
    IN_WORDS
  }

  /// Variants that one run of the model measures.
  ///
  /// @param name for display; of a run with several normalisations each has its own
  /// @param normalizations at least one
  public record Run(
      Kind kind, String name, EvaluationPlan plan, List<Normalization> normalizations) {

    public Run {
      normalizations = List.copyOf(normalizations);
    }

    /// The names of the results, in their order.
    public List<String> names() {
      return kind == Kind.NORMALIZATION
          ? normalizations.stream().map(Normalization::title).toList()
          : List.of(name);
    }

    /// The work that measures the test part.
    public EvaluationWork work(EvaluationListener listener) {
      return EvaluationWork.comparing(plan.setup(), normalizations, plan.data().test(), listener);
    }
  }

  /// The runs, the normalisations first.
  public static List<Run> of(EvaluationPlan plan) {
    var runs = new ArrayList<Run>();
    runs.add(new Run(Kind.NORMALIZATION, "", plan, Normalization.ALL));
    if (plan.prompt().base() instanceof FewShotPrompt prompt) {
      for (int shots : shots(prompt)) {
        runs.add(
            run(
                Kind.SHOTS,
                Count.of(shots) + (shots == 1 ? " shot" : " shots"),
                plan,
                prompt.withShots(shots)));
      }
      var shown = prompt.withExamples(prompt.shown());
      if (shown.examples().size() > 1) {
        long seed = plan.setup().facts().seed();
        for (int i = 0; i < ORDERS; i++) {
          runs.add(run(Kind.ORDER, "order " + (seed + i), plan, shown.shuffled(seed + i)));
        }
      }
    }
    plan.prompt()
        .inWords()
        .filter(words -> words.composition() != plan.prompt().base().composition())
        .ifPresent(words -> runs.add(run(Kind.IN_WORDS, "in words", plan, words)));
    return runs;
  }

  private static Run run(Kind kind, String name, EvaluationPlan plan, ComposedPrompt base) {
    return new Run(kind, name, plan.with(base), List.of(plan.setup().scoring().normalization()));
  }

  /// None, then doublings, without the number that is shown now.
  private static List<Integer> shots(FewShotPrompt prompt) {
    int now = prompt.shown().size();
    int most = Math.min(prompt.used().size(), 2 * Math.max(4, now));
    return IntStream.concat(IntStream.of(0), IntStream.iterate(1, n -> n <= most, n -> 2 * n))
        .filter(count -> count != now)
        .boxed()
        .toList();
  }
}
