package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.KeptFiles;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.FigureRenderer;
import kelvin.cli.environment.MapOfTokens;
import kelvin.display.EvaluationPlot;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.inference.LoadedModel;
import kelvin.prompt.sweep.SweepResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Command lines of before run, and their words are the only ones.
class KeptCommandLinesTest {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path folder = Path.of("");

  static Stream<String> commandLines() throws IOException {
    return Files.readAllLines(KeptFiles.file("command-lines.txt")).stream();
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void runs(String line) {
    var outcome = run().run(words(line));

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
  }

  /// On a model with room for the prompts of tasks.
  private static CliRun run() {
    return new CliRun()
        .models(
            (_, _) ->
                new LoadedModel(
                    new FakeLanguageModel(() -> {}, 0, 1024), new FakeTokenizer(List.of(0))))
        .figures(new FakeRenderer());
  }

  private String[] words(String line) {
    return WORD.matcher(line)
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .map(word -> word.replace("{before}", KeptFiles.folder().toString()))
        .map(word -> word.replace("{new}", folder.toString()))
        .toArray(String[]::new);
  }

  /// Says what it would have drawn.
  private static final class FakeRenderer implements FigureRenderer {

    @Override
    public void render(Figure figure, Path file) throws IOException {
      Files.writeString(file, figure.look().toString());
    }

    @Override
    public void render(MapOfTokens map, Figure.Look look, Path file) throws IOException {
      Files.writeString(file, map.toString());
    }

    @Override
    public void render(Adaptation adaptation, Figure.Look look, Path file) throws IOException {
      Files.writeString(file, look.toString());
    }

    @Override
    public void render(SweepResult sweep, Figure.Look look, Path file) throws IOException {
      Files.writeString(file, look.toString());
    }

    @Override
    public void render(Evaluation evaluation, EvaluationPlot plots, Figure.Look look, Path file)
        throws IOException {
      Files.writeString(file, look.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "next --prompt a --preset x | there is no preset 'x'; use one of: hf, llama.cpp, vllm",
        "next --prompt a --order x | there is no stage 'x'; use one of: logit-bias, suppressed-tokens,",
        "next --prompt a --start-token x | --start-token must be one of auto, always, never; was 'x'",
        "generate --prompt a --draw x | --draw must be inverse-cdf or gumbel or greedy, was 'x'",
        "label --prompt a --labels b --normalize x | --normalize must be one of none, tokens, characters, bytes, pmi, contextual; was 'x'",
        "label --task sentiment --drop x | --drop must be first, last or longest; was 'x'",
        "prompt story --way x | --way must be text, zero-shot or few-shot, was 'x'",
        "sweep sentiment --kind x | --kind must be one of shots, order, template, leave-one-out; was 'x'",
        "sampler --as x | --as must be transformers, llama.cpp, vllm or json, was 'x'",
        "render --prompt a -o a.png --view x | --view must be playground, bars, curve, film, layers, strip, series, difference or answers, was 'x'",
        "render --prompt a -o a.png --theme x | --theme must be light, dark or projector, was 'x'",
        "render --prompt a -o a.png --bar-scale x | --bar-scale must be absolute, largest or log, was 'x'",
        "render --prompt a -o a.png --shading x | --shading must be surprisal, probability, rank, entropy, attention or none, was 'x'"
      })
  void aWordThatIsNoneIsRefusedWithThoseThatThereAre(String line, String reason) {
    var outcome = run().run(words(line));

    assertEquals(ExitCode.USAGE, outcome.code());
    assertEquals(
        List.of("kelvin: " + reason),
        outcome.err().lines().limit(1).map(first -> cut(first, reason)).toList());
  }

  /// As much of a line as the reason has: that about stages goes on.
  private static String cut(String line, String reason) {
    int length = "kelvin: ".length() + reason.length();
    return reason.endsWith(",") ? line.substring(0, Math.min(length, line.length())) : line;
  }
}
