package kelvin.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kelvin.app.AppAccess;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import kelvin.engine.Context;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.text.PlainWords;

/// Runs a command on one damaged model after the other, beside a model that stays open, and says
/// before each which it is and behind each what came of it. Ends when one hangs.
public final class DamagedModelsProgram {

  private static final int MAX_SECONDS = 10;
  private static final int CHECK_EVERY = 40;

  /// The room of a process beside the files of the model.
  private static final long ROOM = 500_000_000;

  /// Texts that a tokenizer may stumble over that took the ones of its first load.
  private static final List<String> TEXTS =
      List.of(
          "The cat sat on the mat, 1234 times.\n\n  \t!",
          "é 中文 😀\u0301\0\uFFFD ﷺ ▁ <s> <|endoftext|>",
          "x".repeat(500) + " ".repeat(500),
          " ");

  private final Path folder;
  private final Path cache;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  private DamagedModelsProgram(Path folder, Path cache) {
    this.folder = folder;
    this.cache = cache;
  }

  /// @param arguments a folder for the models, one for the cache, the number of the first model
  ///     and the number behind the last one; any number is a seed, so that more can be tried
  public static void main(String[] arguments) throws Exception {
    var program = new DamagedModelsProgram(Path.of(arguments[0]), Path.of(arguments[1]));
    program.run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    Runtime.getRuntime().halt(0);
  }

  private void run(int from, int to) throws Exception {
    var all = DamagedModel.all();
    try (var open = load(AppAccess.bundledModel())) {
      var before = answer(open);
      for (int number = from; number < to; number++) {
        System.out.println(number);
        var place = folder.resolve("model " + number);
        all.get(number % all.size()).write(place, number);
        System.out.println(attempt(place));
        if (number % CHECK_EVERY == 0 && !Arrays.equals(before, answer(open))) {
          System.out.println("wrong: the open model answers something else");
        }
      }
    }
    System.out.println("done");
  }

  private String attempt(Path place) throws Exception {
    PeakMemory.begin();
    long start = System.nanoTime();
    var attempt = thread.submit(() -> next(place));
    CliRun.Outcome outcome;
    try {
      outcome = attempt.get(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      System.out.println("wrong: hangs");
      Runtime.getRuntime().halt(1);
      return "";
    }
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    long peak = PeakMemory.bytes();
    if (peak > sizeOf(place) + ROOM) {
      return "wrong: takes " + peak / 1_000_000 + " MB";
    }
    return String.format(
        Locale.ROOT, "%s, %d ms, %d MB", judged(outcome), milliseconds, peak / 1_000_000);
  }

  /// The next token after a text, by a model and a tokenizer that had to read others before.
  private CliRun.Outcome next(Path place) {
    return new CliRun()
        .models(
            (given, _) -> {
              var loaded = load(given);
              TEXTS.forEach(loaded.tokenizer()::encode);
              return loaded;
            })
        .run("next", "--prompt", TEXTS.getFirst(), "--model", place.toString());
  }

  /// Says `opened` or `refused`, or the signs in a refusal that no user can read.
  private static String judged(CliRun.Outcome outcome) {
    var words = outcome.err();
    if (outcome.code() == ExitCode.DONE) {
      return "opened";
    }
    if (outcome.code() != ExitCode.UNUSABLE
        || !outcome.out().isEmpty()
        || words.lines().count() != 1
        || words.contains("defect")) {
      return "wrong: code " + outcome.code() + ", " + words.replace('\n', '⏎');
    }
    var signs = PlainWords.signsIn(words.strip());
    return signs.isEmpty() ? "refused" : "wrong: " + signs + " in: " + words.strip();
  }

  private static long sizeOf(Path place) throws IOException {
    try (var files = Files.walk(place)) {
      long sum = 0;
      for (var file : files.toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          sum += Files.size(file);
        }
      }
      return sum;
    }
  }

  private LoadedModel load(Path place) throws ModelLoadException {
    return ModelOpener.withoutTrial(1, cache).load(place, new Cancellation());
  }

  /// The logits after a few tokens.
  private static float[] answer(LoadedModel loaded) {
    var logits =
        new Predictor(loaded)
            .predict(Context.ofIds(List.of(5, 80, 33)), new Cancellation())
            .logits();
    var row = new float[logits.count()];
    for (int id = 0; id < row.length; id++) {
      row[id] = (float) logits.ofToken(id);
    }
    return row;
  }
}
