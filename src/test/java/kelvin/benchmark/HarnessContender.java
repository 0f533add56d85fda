package kelvin.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.engine.label.LabelQuestion;
import kelvin.inference.EncodedToken;
import kelvin.inference.Tokenizer;

/// Scores the same requests with lm-evaluation-harness, in a separate process: a GPT-2 of torch
/// with random weights, 64 requests a batch.
final class HarnessContender implements AutoCloseable {

  private final Process process;
  private final PrintStream in;
  private final BufferedReader out;

  private HarnessContender(Process process) {
    this.process = process;
    in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Starts the harness with the Python of the property `benchmark.python`, if it has the package.
  static Optional<HarnessContender> start(Path home, int threads) throws IOException {
    var python = System.getProperty("benchmark.python", "python3");
    var script = home.resolve("src/test/python/lm_eval_sweep.py");
    var started =
        new HarnessContender(
            new ProcessBuilder(python, script.toString(), Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    if (started.out.readLine() == null) {
      System.out.println("No lm-evaluation-harness in " + python + ".");
      return Optional.empty();
    }
    return Optional.of(started);
  }

  /// Seconds on the clock for requests that `write` wrote.
  double seconds(Path requests) throws IOException {
    in.println("score " + requests.toAbsolutePath());
    var answer = out.readLine();
    if (answer == null) {
      throw new IOException("lm-evaluation-harness ended");
    }
    return Double.parseDouble(answer);
  }

  /// Writes one line for each label of each question: the ids before it, and its own.
  static void write(List<LabelQuestion> questions, Tokenizer tokenizer, Path file)
      throws IOException {
    var lines =
        questions.stream()
            .flatMap(
                question ->
                    question.labels().stream()
                        .map(
                            label ->
                                ids(tokenizer, question.prompt()) + ";" + ids(tokenizer, label)))
            .toList();
    Files.write(file, lines);
  }

  private static String ids(Tokenizer tokenizer, String text) {
    return tokenizer.encode(text).stream()
        .map(EncodedToken::id)
        .map(Object::toString)
        .collect(Collectors.joining(","));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
