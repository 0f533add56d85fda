package kelvin.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.LogitsFile;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.NextSource;
import kelvin.cli.option.Numbers;
import kelvin.cli.option.SamplingOptions;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.output.NextAnswer;
import kelvin.cli.output.NextJson;
import kelvin.cli.output.NextTable;
import kelvin.cli.output.Watched;
import kelvin.cli.replay.TracedStep;
import kelvin.distribution.ChainEvaluator;
import kelvin.distribution.Logits;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StepContext;
import kelvin.distribution.TokenHistory;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.Predictor;
import kelvin.inference.ModelLoadException;
import kelvin.text.Vocabulary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin next`: the whole next-token distribution.
@Command(
    name = "next",
    header = "Show the distribution of the next token after a prompt.",
    footer = {
      "",
      "Example: the nucleus of 90 %% at a temperature of 0.7, and where \" cat\" stands",
      "  kelvin next --prompt \"Once upon a time there was a little\" --temperature 0.7 \\",
      "      --top-p 0.9 --watch \" cat\""
    })
final class NextCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private NextSource source = new NextSource();

  @Option(
      names = "--generated-ids",
      paramLabel = "IDS",
      description =
          "Ids of tokens that were generated after the prompt, such as 5,17; they stand after it and"
              + " count as output for penalties.")
  private @Nullable String generated;

  @Option(
      names = "--step",
      paramLabel = "N",
      description = "The step of a --trace whose token comes next, counted from 0. Default: 0.")
  private int step;

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "List the N most probable tokens; the rest is the tail. Default: 20.")
  private int top = 20;

  @Option(names = "--all", description = "List the whole vocabulary.")
  private boolean all;

  @Option(
      names = "--watch",
      paramLabel = "TEXT",
      description =
          "Also show this token wherever it ranks; repeatable. \" cat\" and \"cat\" are different"
              + " tokens. Of a text of several tokens the first one's row is shown, and the tokens"
              + " are listed. With --logits-file TEXT is an id.")
  private List<String> watch = List.of();

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  NextCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    if (top < 0) {
      throw new UsageException("--top must be 0 or more, was " + top);
    }
    var chain = sampling.chain();
    var file = source.logitsFile();
    if (file.isPresent() && model.isGiven()) {
      throw new UsageException("--logits-file is instead of a model: leave out --model");
    }
    if (file.isPresent() && generated != null) {
      throw new UsageException(
          "--logits-file is instead of a prompt and what follows it: leave out --generated-ids");
    }
    if (source.trace().isPresent() && (model.isGiven() || generated != null)) {
      throw new UsageException(
          "--trace is instead of a model and what follows a prompt: leave out --model and"
              + " --generated-ids");
    }
    var answer =
        file.isPresent()
            ? ofFile(file.get(), chain)
            : source.trace().isPresent() ? ofTrace(source.trace().get(), chain) : ofModel(chain);
    var out = environment.streams().out();
    if (json.isGiven()) {
      new NextJson(out, answer).write();
    } else {
      new NextTable(out, answer).print();
    }
    return ExitCode.DONE;
  }

  private NextAnswer ofModel(SamplerChain chain) throws ModelLoadException {
    var prompt = source.read(environment, model);
    var generatedIds = generatedIds();
    try (var loaded = model.open(environment)) {
      SamplingOptions.checkTokens(chain, loaded.descriptor().logitCount());
      var tokenizer = loaded.tokenizer();
      var watched = watch.stream().map(text -> Watched.of(text, tokenizer)).toList();
      var prediction =
          Predictor.takingTop(loaded)
              .predict(
                  startToken.context(prompt, tokenizer, generatedIds), environment.cancellation());
      return answer(
          Optional.of(loaded.descriptor().name()),
          prediction.tokens(),
          chain,
          prediction.logits(),
          tokenizer.vocabulary(),
          watched);
    }
  }

  private NextAnswer ofFile(String file, SamplerChain chain) {
    var logits = LogitsFile.read(file);
    SamplingOptions.checkTokens(chain, logits.count());
    var watched = watch.stream().map(text -> Watched.ofId(text, logits)).toList();
    var vocabulary = Vocabulary.ofIds(logits.count());
    return answer(Optional.empty(), List.of(), chain, logits, vocabulary, watched);
  }

  private NextAnswer ofTrace(String file, SamplerChain chain) {
    var traced = TracedStep.read(file, step);
    SamplingOptions.checkTokens(chain, traced.logits().count());
    return answer(
        Optional.of(traced.model()),
        traced.context(),
        chain,
        traced.logits(),
        traced.vocabulary(),
        watch.stream().map(traced::watched).toList());
  }

  private List<Integer> generatedIds() {
    return generated == null ? List.of() : Numbers.ids("--generated-ids", generated);
  }

  private NextAnswer answer(
      Optional<String> modelName,
      List<ContextToken> context,
      SamplerChain chain,
      Logits logits,
      Vocabulary vocabulary,
      List<Watched> watched) {
    var ids = context.stream().mapToInt(ContextToken::id).toArray();
    long promptLength =
        context.stream().filter(token -> token.origin() != Origin.GENERATED).count();
    var history = TokenHistory.of(ids, Math.toIntExact(promptLength));
    return new NextAnswer(
        modelName,
        context,
        chain,
        new ChainEvaluator().evaluate(logits, chain, StepContext.of(history)),
        vocabulary,
        Math.min(all ? logits.count() : top, logits.knownCount()),
        watched);
  }
}
