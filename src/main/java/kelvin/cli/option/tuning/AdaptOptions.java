package kelvin.cli.option.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import kelvin.cli.environment.GivenChoice;
import kelvin.cli.environment.UsageException;
import kelvin.experiment.adapt.AdaptExtent;
import kelvin.experiment.adapt.AdaptMethod;
import kelvin.experiment.data.DataException;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.experiment.tuning.Training;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say what ways to adapt a model are compared, and on how many examples.
public final class AdaptOptions {

  @Option(
      names = "--methods",
      paramLabel = "LIST",
      description =
          "zero-shot, the task in words; few-shot, the examples in the prompt; calibrated, the same"
              + " divided by inputs without content; head, fitted to features; finetune, trained"
              + " weights; ensemble, the mean over four layouts and orders; tuned-few-shot, weights"
              + " trained with up to four examples in the prompt; vote, the mean of the others' shares."
              + " Default: all.")
  private @Nullable String methods;

  @Option(
      names = "--examples",
      paramLabel = "LIST",
      description = "The numbers of labelled examples. Default: 0,1,2,4,8,16,32.")
  private String examples = AdaptExtent.USUAL_EXAMPLES;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description =
          "The number of draws of examples; the first one is by --seed, then one more each."
              + " Default: 5.")
  private int seeds = AdaptExtent.USUAL_SEEDS;

  @Option(
      names = "--depth",
      paramLabel = "DEPTH",
      description =
          "The weights that finetune and tuned-few-shot train: norms, last, lowrank or all. Default:"
              + " lowrank.")
  private String depth = Depth.LOWRANK.label();

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      description =
          "What these make small: lm, -ln p of the right answer's tokens; head, -ln of the share that"
              + " a head trained with the weights gives the right label. Default: lm.")
  private String loss = Loss.LM.label();

  @Mixin private TrainingOptions training = new TrainingOptions();

  /// @throws UsageException naming the option that makes no sense
  public AdaptExtent extent() {
    if (seeds < 1 || seeds > AdaptExtent.MOST_SEEDS) {
      throw new UsageException(
          "--seeds must be from 1 to " + AdaptExtent.MOST_SEEDS + ", was " + seeds);
    }
    var extent = new AdaptExtent(wantedMethods(), counts(), seeds);
    if (extent.votesOnNothing()) {
      throw new UsageException(
          "--methods has vote, which joins two or more other methods: name these too");
    }
    if (!extent.measuresAnything()) {
      throw new UsageException("--examples has no number that one of the --methods can learn from");
    }
    return extent;
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
    try {
      return AdaptExtent.counts(examples);
    } catch (DataException e) {
      throw new UsageException("--examples " + e.getMessage());
    }
  }

  /// The training of weights.
  ///
  /// @param seed of the first draw
  /// @throws UsageException naming the option that makes no sense
  public Training training(long seed) {
    var chosen = GivenChoice.of("--depth", Depth.OF_WEIGHTS, depth);
    var small = GivenChoice.of("--loss", Loss.ALL, loss);
    return new Training(chosen, small, OptionalDouble.empty(), training.settings(chosen, seed));
  }
}
