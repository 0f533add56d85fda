package kelvin.opening;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kelvin.app.AppAccess;
import kelvin.distribution.InvalidLogitsException;
import kelvin.engine.Context;
import kelvin.engine.Predictor;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.text.PlainWords;
import org.jspecify.annotations.Nullable;

/// Opens one damaged model after the other, beside one that stays open, and says before each which
/// it is and behind each what came of it. Ends when one hangs.
public final class DamagedModelsProgram {

  private static final int MAX_SECONDS = 10;
  private static final int CHECK_EVERY = 40;

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

  private String attempt(Path place) throws InterruptedException {
    var attempt =
        thread.submit(
            () -> {
              try (var loaded = load(place)) {
                TEXTS.forEach(loaded.tokenizer()::encode);
                answer(loaded);
              }
              return true;
            });
    try {
      attempt.get(MAX_SECONDS, TimeUnit.SECONDS);
      return "opened";
    } catch (ExecutionException e) {
      var cause = Objects.requireNonNull(e.getCause());
      return isPlain(cause) ? judged(cause) : "wrong: " + cause;
    } catch (TimeoutException _) {
      System.out.println("wrong: hangs");
      Runtime.getRuntime().halt(1);
      return "";
    }
  }

  /// Says `refused`, or the signs in a refusal that no user can read.
  private static String judged(Throwable refusal) {
    var words =
        refusal instanceof ModelLoadException e
            ? e.reason() + " " + e.remedy()
            : String.valueOf(refusal.getMessage());
    var signs = PlainWords.signsIn(words);
    return signs.isEmpty() ? "refused" : "wrong: " + signs + " in: " + words.replace('\n', '⏎');
  }

  private static boolean isPlain(@Nullable Throwable failure) {
    return failure instanceof ModelLoadException
        || failure instanceof InferenceException
        || failure instanceof InvalidLogitsException;
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
