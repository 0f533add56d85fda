package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.EncodedToken;
import kelvin.inference.LoadedModel;
import kelvin.inference.Tokenizer;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ctrl+C in the middle of every command that asks a model. If these fail, a command goes on
/// encoding texts and running the model after it was told to stop.
///
/// The steps are counted, so that the tests hold on any machine: whatever the moment of the cancel,
/// no text is encoded and no run completes behind it.
class CancelledCommandsTest {

  /// More moments show nothing new: later steps repeat earlier ones.
  private static final int MAX_MOMENTS = 25;

  @TempDir private static Path folder = Path.of("");

  /// Counts encodings and runs, and cancels at one of them.
  private static final class Steps implements Tokenizer {

    private final CliRun run = new CliRun();
    private final FakeTokenizer tokenizer = new FakeTokenizer(List.of(0));
    private final int cancelAt;
    private int count;

    /// Runs that began behind the cancel. They look at it before they compute.
    private int beganLate;

    private int encodedLate;

    Steps(int cancelAt) {
      this.cancelAt = cancelAt;
    }

    CliRun.Outcome run(List<String> line) {
      var model = new FakeLanguageModel(this::beginRun, 0);
      return run.models((_, _) -> new LoadedModel(model, this))
          .figures((_, _) -> {})
          .run(line.toArray(String[]::new));
    }

    private boolean step() {
      count++;
      if (count == cancelAt) {
        run.cancellation().cancel();
      }
      return count > cancelAt;
    }

    private void beginRun() {
      beganLate += step() ? 1 : 0;
    }

    @Override
    public List<EncodedToken> encode(String text) {
      encodedLate += step() ? 1 : 0;
      return tokenizer.encode(text);
    }

    @Override
    public List<Integer> startTokens() {
      return tokenizer.startTokens();
    }

    @Override
    public OptionalInt namedStartToken() {
      return tokenizer.namedStartToken();
    }

    @Override
    public Vocabulary vocabulary() {
      return tokenizer.vocabulary();
    }

    @Override
    public void close() {
      tokenizer.close();
    }
  }

  static Stream<List<String>> lines() throws IOException {
    var task = LetterTask.in(folder);
    var table = folder.resolve("t.csv");
    Files.writeString(table, "x,y\na,b\nb,c\nd,c\ne,b\nf,c\ng,b\n");
    return Stream.of(
        List.of("next", "--prompt", "ab", "--watch", "c"),
        List.of("score", "ab"),
        List.of("generate", "--prompt", "a", "--max-tokens", "6"),
        List.of("label", "--prompt", "ab", "--labels", "cd,x"),
        List.of("label", "--task", task, "--shots", "2"),
        List.of("answers", "--prompt", "a", "--stop-text", "d"),
        List.of("prompt", task, "--check"),
        List.of("sweep", task, "--at", "0,2", "--draws", "2"),
        List.of("sweep", task, "--kind", "order", "--shots", "2"),
        List.of("evaluate", table.toString(), "--layout", "{x}>{y}"),
        List.of("render", "--prompt", "ab", "-o", folder.resolve("f.png").toString()));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void nothingIsEncodedOrRunBehindACancel(List<String> line) {
    var whole = new Steps(Integer.MAX_VALUE);
    assertEquals(ExitCode.DONE, whole.run(line).code());
    assertTrue(whole.count >= 1);

    for (int moment = 1; moment <= Math.min(whole.count, MAX_MOMENTS); moment++) {
      var steps = new Steps(moment);
      var outcome = steps.run(line);

      assertEquals(0, steps.encodedLate, line + " cancelled at step " + moment);
      assertTrue(steps.beganLate <= 1, line + " began " + steps.beganLate + " runs more");
      assertTrue(
          outcome.code() == ExitCode.CANCELLED || moment == whole.count,
          line + " ended with " + outcome.code() + " at step " + moment);
    }
  }
}
