package kelvin.cli.option.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import kelvin.cli.environment.GivenChoice;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.Numbers;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.adapt.AdaptSetup;
import kelvin.experiment.tuning.Depth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that say what ways to adapt a model are compared, and on how many examples.
public final class AdaptOptions {

  private static final int MOST_EXAMPLES = 10_000;
  private static final int MOST_SEEDS = 1_000;

  @Option(
      names = "--methods",
      paramLabel = "LIST",
      description =
          "zero-shot, the task in words; few-shot, the examples in the prompt; calibrated, the same"
              + " divided by inputs without content; head, fitted to features; finetune, trained"
              + " weights; ensemble, the mean over four layouts and orders; tuned-few-shot, weights"
              + " trained with up to four examples in the prompt. Default: all.")
  private @Nullable String methods;

  @Option(
      names = "--examples",
      paramLabel = "LIST",
      description = "The numbers of labelled examples. Default: 0,1,2,4,8,16,32.")
  private String examples = "0,1,2,4,8,16,32";

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "The number of draws of examples; the first one is by --seed, then one more each."
              + " Default: 5.")
  private int seeds = 5;

  @Option(
      names = "--depth",
      paramLabel = "DEPTH",
      description =
          "The weights that finetune and tuned-few-shot train: norms, last, lowrank or all. Default:"
              + " lowrank.")
  private String depth = Depth.LOWRANK.label();

  @Mixin private TrainingOptions training = new TrainingOptions();

  /// @throws UsageException naming the option that makes no sense
  public AdaptSetup.Extent extent() {
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw new UsageException("--seeds must be from 1 to " + MOST_SEEDS + ", was " + seeds);
    }
    var wanted = wantedMethods();
    var counts = counts();
    if (wanted.stream().noneMatch(method -> isMeasured(method, counts))) {
      throw new UsageException("--examples has no number that one of the --methods can learn from");
    }
    return new AdaptSetup.Extent(wanted, counts, seeds);
  }

  private static boolean isMeasured(AdaptMethod method, List<Integer> counts) {
    return method == AdaptMethod.ZERO_SHOT || counts.stream().anyMatch(method::takes);
  }

  private List<AdaptMethod> wantedMethods() {
    if (methods == null) {
      return AdaptMethod.ALL;
    }
    var wanted = new ArrayList<AdaptMethod>();
    for (var word : methods.split(",", -1)) {
      var method = GivenChoice.of("--methods", AdaptMethod.ALL, word.strip());
      if (wanted.contains(method)) {
        throw new UsageException("--methods has " + method.label() + " twice");
      }
      wanted.add(method);
    }
    return wanted;
  }

  private List<Integer> counts() {
    var counts = new TreeSet<Integer>();
    for (var word : examples.split(",", -1)) {
      int count = whole(word.strip());
      if (count < 0 || count > MOST_EXAMPLES) {
        throw new UsageException(
            "--examples must be numbers from 0 to " + MOST_EXAMPLES + ", was " + count);
      }
      counts.add(count);
    }
    return List.copyOf(counts);
  }

  private static int whole(String word) {
    try {
      return Numbers.whole(word);
    } catch (TypeConversionException e) {
      throw new UsageException("--examples: " + e.getMessage());
    }
  }

  /// The training of weights.
  ///
  /// @param seed of the first draw
  /// @throws UsageException naming the option that makes no sense
  public AdaptSetup.Training training(long seed) {
    var chosen = GivenChoice.of("--depth", Depth.OF_WEIGHTS, depth);
    return new AdaptSetup.Training(chosen, training.settings(chosen, seed));
  }
}
