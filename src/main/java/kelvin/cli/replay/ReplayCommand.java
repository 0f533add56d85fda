package kelvin.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.SamplingOptions;
import kelvin.cli.option.drawing.DrawOptions;
import kelvin.cli.option.search.SearchOptions;
import kelvin.cli.output.replay.ReplayAnswer;
import kelvin.engine.Generation;
import kelvin.engine.certificate.Certificate;
import kelvin.engine.replay.Replay;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.text.TokenFingerprint;
import kelvin.text.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kelvin replay`: a recorded text, drawn again with other settings.
@Command(
    name = "replay",
    header = "Draw a recorded text again: what would this seed have drawn with other settings?",
    description = {
      "",
      "The record is a certificate that kelvin generate wrote. Each step has the random number that",
      "it had, so the first other token comes from the settings or the model alone. Options change",
      "the recorded settings; what they do not say stays as it was. Without any option, the text is",
      "the recorded one.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin generate --prompt \"Once upon a time\" --seed 7 --certificate story.json",
      "  kelvin replay story.json --temperature 1.3",
      "  kelvin replay story.json --min-p 0.1 --from 5 --json"
    })
public final class ReplayCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Parameters(paramLabel = "FILE", description = "The certificate.")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "STEP",
      description = "Keep the steps before this one, counted from 0, as they are. Default: 0.")
  private int from;

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "The most tokens, with those that are kept. Default: as recorded.")
  private @Nullable Integer maxTokens;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, and so other random numbers. Default: as recorded.")
  private @Nullable Long seed;

  @Option(
      names = "--draw",
      paramLabel = "MODE",
      description = "inverse-cdf, gumbel or greedy. Default: as recorded.")
  private @Nullable String draw;

  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  public ReplayCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    SearchOptions.atLeast("--from", 0, from);
    var certificate = CertificateOutput.read(file).certificate();
    var settings = settings(certificate.path().settings());
    try (var loaded = model.open(environment)) {
      checkTokens(certificate, settings, loaded);
      var replay =
          Replay.of(
              certificate.path(),
              loaded.model(),
              settings,
              from,
              _ -> {},
              environment.cancellation());
      var answer = new ReplayAnswer(certificate, replay, loaded.tokenizer().vocabulary());
      if (json.isGiven()) {
        answer.write(new Json(environment.streams().out()));
      } else {
        answer.print(environment.streams().out());
      }
      return replay.stop() == Generation.Stop.CANCELLED ? ExitCode.CANCELLED : ExitCode.DONE;
    }
  }

  private Generation.Settings settings(Generation.Settings recorded) {
    return new Generation.Settings(
        sampling.chainFrom(recorded.sampling()),
        draw == null ? recorded.mode() : DrawOptions.mode(draw),
        seed == null ? recorded.seed() : seed,
        SearchOptions.atLeast(
            "--max-tokens", 0, maxTokens == null ? recorded.maxTokens() : maxTokens));
  }

  private void checkTokens(
      Certificate certificate, Generation.Settings settings, LoadedModel loaded) {
    var tokens = TokenFingerprint.of(loaded.tokenizer().vocabulary());
    if (!tokens.equals(certificate.model().vocabulary())) {
      throw FileProblem.explained(
          file.toString(),
          "it was drawn by "
              + certificate.model().name()
              + ", whose tokens "
              + loaded.model().descriptor().name()
              + " does not have, so its steps cannot be drawn again. Name a model with the same"
              + " tokens with --model.");
    }
    SamplingOptions.checkTokens(settings.sampling(), loaded.descriptor().logitCount());
  }
}
