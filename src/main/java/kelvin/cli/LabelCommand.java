package kelvin.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.CompositionOptions;
import kelvin.cli.option.DropOption;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.LabelOptions;
import kelvin.cli.option.LabelSource;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.TaskSource;
import kelvin.cli.option.tuning.HeadOptions;
import kelvin.cli.output.LabelAnswer;
import kelvin.cli.output.tuning.HeadAnswer;
import kelvin.engine.inside.InsidePart;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScorer;
import kelvin.engine.label.Normalization;
import kelvin.experiment.TrialQuestion;
import kelvin.experiment.tuning.HeadShares;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.text.VisibleText;
import kelvin.text.json.Json;
import kelvin.workspace.tuning.KeptHead;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `kelvin label`: which of some labels the model finds most probable after a prompt.
@Command(
    name = "label",
    header = "Compare labels after a prompt: the log-probability of each, token by token.",
    description = {
      "",
      "All scores are of the model's distribution at τ = 1: no temperature, nothing removed. Prompt and",
      "label are encoded together; where the tokenizer merges across their boundary, all labels are",
      "scored from the last token that is the same for all, and it is said.",
      "",
      "If the model's folder has a head (kelvin finetune), the head gives the shares of its labels,",
      "and --labels may be left out.",
      "",
      "With --input, {x} in the prompt stands for it, and for each content-free input in turn.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin label --prompt \"The movie was terrible. Sentiment:\" --labels \" positive, negative\"",
      "  kelvin label --prompt \"{x} Sentiment:\" --input \"It was great.\" \\",
      "    --labels \" positive, negative\" --normalize contextual --json",
      "  kelvin label --task sentiment --shots 4"
    })
final class LabelCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private LabelSource source = new LabelSource();

  @Mixin private LabelOptions labels = new LabelOptions();
  @Mixin private CompositionOptions composition = new CompositionOptions();
  @Mixin private DropOption drop = new DropOption();
  @Mixin private HeadOptions heads = new HeadOptions();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  /// The prompt as it was given, before an input took its place in it.
  private String template = "";

  LabelCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var contentFree = labels.contentFree();
    var start = startToken.choice(source);
    boolean isLabelled = source.task().isPresent() || !labels.labels().isEmpty();
    // Only a model with a head knows labels by itself.
    var asked = isLabelled || !model.isGiven() ? trial() : unlabelled();
    try (var loaded = model.open(environment)) {
      var head = heads.find(loaded);
      if (head.isPresent()) {
        byHead(asked, head.get(), loaded, start);
        return ExitCode.DONE;
      }
      if (!isLabelled) {
        throw missingLabels();
      }
      var fitting = drop.fit(asked, loaded, start, environment);
      var questions = new ArrayList<LabelQuestion>();
      questions.add(TrialQuestion.of(fitting, start));
      for (var text : contentFree) {
        questions.add(TrialQuestion.of(without(fitting, text), start));
      }
      var scores = new LabelScorer(loaded).scoreAll(questions, _ -> {}, environment.cancellation());
      var choice =
          LabelChoice.of(
              scores.getFirst(), labels.normalization(), scores.subList(1, scores.size()));
      show(new LabelAnswer(loaded.descriptor().name(), fitting, scores, contentFree, choice));
    }
    return ExitCode.DONE;
  }

  private void byHead(Trial asked, KeptHead kept, LoadedModel loaded, StartToken start)
      throws IOException {
    if (labels.normalization() != Normalization.NONE) {
      throw new UsageException(
          "--normalize is for the labels' probabilities, and this model has a head: leave it out, or"
              + " add --without-head");
    }
    var unknown =
        asked.names().stream().filter(label -> !kept.head().labels().contains(label)).findFirst();
    if (unknown.isPresent()) {
      throw new UsageException(
          "the model's head knows the labels "
              + String.join(", ", kept.head().labels())
              + ", not '"
              + unknown.get()
              + "': leave --labels out, or add --without-head");
    }
    var prompt = asked.prompt().render();
    model.tellMemory(loaded, InsidePart.FEATURES, environment);
    var shares = HeadShares.of(loaded, kept.head(), prompt, start, environment.cancellation());
    var answer = new HeadAnswer(loaded.descriptor().name(), prompt, shares);
    if (json.isGiven()) {
      answer.write(new Json(environment.streams().out()));
    } else {
      answer.print(environment.streams().out());
    }
    var err = environment.streams().err();
    err.println("The head was fitted to prompts like: " + VisibleText.ofLine(kept.template()));
    err.flush();
  }

  private Trial unlabelled() throws ModelLoadException {
    composition.requireNone();
    template = source.text(environment, model);
    return new Trial(composition.filled(template), List.of(), Optional.empty(), false);
  }

  private static UsageException missingLabels() {
    return new UsageException("--labels or --label must say what to compare");
  }

  private void show(LabelAnswer answer) throws IOException {
    var out = environment.streams().out();
    if (json.isGiven()) {
      answer.write(new Json(out));
    } else {
      answer.print(out);
    }
    var err = environment.streams().err();
    answer.warnings().forEach(err::println);
    err.flush();
  }

  private Trial trial() throws ModelLoadException {
    var given = labels.labels();
    if (source.task().isPresent()) {
      var trial = composition.trial(TaskSource.read(source.task().get()));
      return given.isEmpty()
          ? withLabels(trial)
          : Trial.of(trial.prompt(), given, trial.answerName(), false);
    }
    composition.requireNone();
    if (given.isEmpty()) {
      throw missingLabels();
    }
    template = source.text(environment, model);
    return new Trial(composition.filled(template), given, composition.answer(), false);
  }

  private static Trial withLabels(Trial trial) {
    if (trial.labels().isEmpty()) {
      throw new UsageException(
          "the task has no labels and this input no answer: give --labels or --answer");
    }
    return trial;
  }

  private Trial without(Trial trial, String contentFree) {
    boolean filled = source.task().isEmpty() && composition.input().isPresent();
    return filled
        ? trial.withPrompt(FreePrompt.filled(template, contentFree))
        : trial.withInput(contentFree);
  }
}
