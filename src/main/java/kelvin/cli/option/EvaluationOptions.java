package kelvin.cli.option;

import java.util.Optional;
import kelvin.cli.environment.GivenChoice;
import kelvin.cli.environment.UsageException;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.DataSet;
import kelvin.experiment.data.DataTask;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.FitPart;
import kelvin.experiment.evaluation.TooLong;
import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.task.TestInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of an evaluation: the data, the prompt and the comparison of the labels.
public final class EvaluationOptions {

  @Option(
      names = "--task",
      paramLabel = "FILE",
      description =
          "A task file, or the name of a task that comes with Kelvin, whose prompt, examples and"
              + " labels are used. Default: the data's own task; for a table, questions and answers"
              + " with examples of the train part.")
  private @Nullable String task;

  @Mixin private ComposingOptions composing = new ComposingOptions();
  @Mixin private LabelOptions labels = new LabelOptions();
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--too-long",
      paramLabel = "HOW",
      description =
          "What becomes of an input whose prompt outgrows the context: refuse measures nothing;"
              + " leave-out; shorten leaves out examples, then the end of the input. Both are"
              + " counted. Default: refuse.")
  private String tooLong = TooLong.REFUSE.label();

  public DataSet read(String name) {
    return data.read(name, composing.seed());
  }

  /// @param name of the data, for messages
  /// @throws UsageException naming the option that makes no sense
  public EvaluationSetup setup(String name, DataSet pairs, StartToken start) {
    return setup(name, pairs, start, Integer.MAX_VALUE);
  }

  /// @param name of the data, for messages
  /// @param usualShots the most examples that are shown where no option says how many
  /// @throws UsageException naming the option that makes no sense
  public EvaluationSetup setup(String name, DataSet pairs, StartToken start, int usualShots) {
    var asked = asked(pairs);
    var defaults = new ComposingOptions.Defaults(asked.way(), Math.min(asked.shots(), usualShots));
    return plan(name, pairs, asked, defaults, start).setup();
  }

  /// The plan of a comparison that draws its examples itself.
  ///
  /// @param name of the data, for messages
  /// @throws UsageException naming the option that makes no sense
  public EvaluationPlan planWithoutExamples(String name, DataSet pairs, StartToken start) {
    composing.requireNoChoiceOfExamples();
    if (isNormalized()) {
      throw new UsageException(
          "--normalize and --content-free do not go with a comparison of methods, of which"
              + " calibrated is one");
    }
    var defaults = new ComposingOptions.Defaults(Composition.FEW_SHOT, 0);
    return plan(name, pairs, asked(pairs), defaults, start);
  }

  private DataTask asked(DataSet pairs) {
    return DataTask.of(pairs, Optional.ofNullable(task).map(TaskSource::read), data.split());
  }

  private EvaluationPlan plan(
      String name,
      DataSet pairs,
      DataTask asked,
      ComposingOptions.Defaults defaults,
      StartToken start) {
    var prompt = composing.prompt(asked.task(), new TestInput("", Optional.empty()), defaults);
    if (prompt instanceof FreePrompt(String text) && !FreePrompt.takesInput(text)) {
      throw new UsageException("the task's text has no {x} that says where the input goes");
    }
    var scoring =
        new EvaluationSetup.Scoring(labels.normalization(), labels.contentFree(), start, tooLong());
    try {
      var compared = EvaluationSetup.Labels.of(labels.labels(), asked, pairs);
      return EvaluationPlan.of(
          pairs,
          EvaluationPlan.PlannedPrompt.of(asked, prompt),
          compared,
          scoring,
          composing.seed());
    } catch (DataException e) {
      throw DataSource.problem(name, e);
    }
  }

  /// Returns whether an option says how the prompt is made.
  public boolean isPromptGiven() {
    return task != null || composing.isGiven();
  }

  /// Returns whether the labels' scores are compared in another way than they are.
  public boolean isNormalized() {
    return labels.normalization() != Normalization.NONE || !labels.contentFree().isEmpty();
  }

  /// The seed of all shuffles.
  public long seed() {
    return composing.seed();
  }

  /// The pairs of the train part to fit on.
  ///
  /// @param name of the data, for messages
  public FitPart fitPart(String name, DataSet pairs, EvaluationSetup setup) {
    try {
      return FitPart.of(pairs, setup);
    } catch (DataException e) {
      throw DataSource.problem(name, e);
    }
  }

  private TooLong tooLong() {
    return GivenChoice.of("--too-long", TooLong.ALL, tooLong);
  }
}
