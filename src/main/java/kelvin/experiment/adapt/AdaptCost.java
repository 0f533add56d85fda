package kelvin.experiment.adapt;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import kelvin.engine.inside.CopyMemory;
import kelvin.engine.inside.InsidePart;
import kelvin.experiment.data.Pair;
import kelvin.experiment.tuning.WeightTuning;
import kelvin.inference.LoadedModel;
import kelvin.text.Durations;

/// The cost of a comparison, as far as it is known before it begins.
///
/// @param memory a sentence about the copies of the model; empty if none is opened
/// @param prompts the number of prompts that are asked about the test part
/// @param promptSeconds the time of these; an estimate
/// @param learningSeconds the time of heads and trained weights; a lower bound, 0 without any
public record AdaptCost(
    Optional<String> memory, int prompts, double promptSeconds, double learningSeconds) {

  /// A step of training costs at least as much as three runs: forward, and twice that backwards.
  private static final int RUNS_OF_STEP = 3;

  /// @param secondsOfAnswer the mean time of one answer
  static AdaptCost of(AdaptSetup setup, LoadedModel loaded, double secondsOfAnswer) {
    int tests = setup.data().test().size();
    int prompts = prompts(setup);
    return new AdaptCost(
        memory(setup.extent(), loaded),
        prompts,
        (double) prompts * tests * secondsOfAnswer,
        (headRuns(setup, tests) + trainedRuns(setup, tests)) * secondsOfAnswer);
  }

  /// The number of prompts that are asked about the test part.
  static int prompts(AdaptSetup setup) {
    return PromptRound.all(setup).stream().mapToInt(PromptRound::size).sum();
  }

  /// The features of the test part and of each pair that is drawn are computed once.
  private static double headRuns(AdaptSetup setup, int tests) {
    var drawn = new HashSet<Pair>();
    setup.draws().stream()
        .filter(draw -> setup.measures(AdaptMethod.HEAD, draw))
        .forEach(draw -> drawn.addAll(draw.pairs()));
    return drawn.isEmpty() ? 0 : drawn.size() + tests;
  }

  private static double trainedRuns(AdaptSetup setup, int tests) {
    int epochs = setup.training().settings().epochs();
    double runs = 0;
    for (var draw : setup.draws()) {
      for (var method : TrainedMethods.ALL) {
        if (setup.measures(method, draw)) {
          runs += (double) RUNS_OF_STEP * epochs * draw.pairs().size() + tests;
        }
      }
    }
    return runs;
  }

  /// A sentence about the copies of the model that the methods open; empty if they open none.
  public static Optional<String> memory(AdaptExtent extent, LoadedModel loaded) {
    if (loaded.model().inside().isEmpty()) {
      return Optional.empty();
    }
    var features = CopyMemory.of(loaded, InsidePart.FEATURES);
    if (extent.methods().stream().anyMatch(AdaptMethod::isTrained)) {
      var training = new CopyMemory(WeightTuning.memory(loaded), features.free());
      return Optional.of(
          "Copies of the model are trained, which takes up to "
              + training.words().replace("about ", "")
              + " of memory and what a batch needs."
              + training.warning());
    }
    return extent.methods().contains(AdaptMethod.HEAD)
        ? Optional.of(
            "A second copy of the model is opened, which takes "
                + features.words()
                + " of memory."
                + features.warning())
        : Optional.empty();
  }

  /// The time in a sentence that says that it is an estimate.
  public String time() {
    var asked =
        String.format(
            Locale.ROOT,
            "An estimate: about %s for %,d %s of the whole test part",
            Durations.words(promptSeconds),
            prompts,
            prompts == 1 ? "prompt" : "prompts");
    return learningSeconds > 0
        ? asked
            + ", and at least "
            + Durations.words(learningSeconds)
            + " for what is learned, which is measured once it runs."
        : asked + ".";
  }
}
