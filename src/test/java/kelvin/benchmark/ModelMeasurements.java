package kelvin.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import kelvin.benchmark.Gpt2Folders.Precision;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;

/// Measures models of GPT-2's size: decoding compared with other ways, edits, cancelling and
/// loading.
///
/// Compared runs alternate, so that other load on the machine affects all of them equally. The
/// fastest tenth shows an idle machine.
public final class ModelMeasurements {

  private static final int THREADS = 2;
  /// More rounds give better numbers on a busy machine.
  static final int ROUNDS = Integer.getInteger("rounds", 9);

  private static final List<String> PARTS =
      List.of("decode", "edit", "cancel", "load", "proof", "batch", "sweep", "harness", "tree");
  private static final int PREFIX = 128;
  private static final int STEPS = 16;
  private static final int PROMPT = 900;
  private static final int VOCABULARY = 50_257;

  private final Random random = new Random(42);
  private final Gpt2Folders folders;
  private final Path node;

  private ModelMeasurements(Path place, Path node) {
    folders = new Gpt2Folders(place);
    this.node = node;
  }

  /// @param arguments parts to measure: `decode`, `edit`, `cancel`, `load`, `proof`, `batch`,
  ///     `sweep`, `harness`, `tree`; all if empty
  public static void main(String[] arguments) throws Exception {
    var home = Path.of(System.getProperty("kelvin.home", "."));
    var target = home.resolve("target");
    var all = new ModelMeasurements(target.resolve("benchmark-models"), target.resolve("node"));
    all.folders.write();
    boolean hasNode = NodeContender.install(home.resolve("src/test/node"), all.node);
    var parts = arguments.length == 0 ? PARTS : List.of(arguments);
    for (var part : parts) {
      switch (part) {
        case "decode" -> all.decode(hasNode);
        case "edit" -> all.edit();
        case "cancel" -> all.cancel();
        case "load" -> new LoadMeasurements(all.folders).run();
        case "proof" -> new ProofMeasurements(all.folders).run();
        case "batch" -> new BatchMeasurements(all.folders).sizes();
        case "sweep" -> new BatchMeasurements(all.folders).sweeps();
        case "harness" -> new BatchMeasurements(all.folders).harness(home);
        case "tree" -> new TreeMeasurements(all.folders).run();
        default -> throw new IllegalArgumentException(part);
      }
    }
  }

  static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private int[] tokens(int count) {
    return random.ints(count, 1, VOCABULARY).toArray();
  }

  private void decode(boolean hasNode) throws Exception {
    print(
        "%n| Precision | Way | tokens/s, median | Tokens/s, fastest tenth | Kelvin's time over this,"
            + " median | Fastest tenth |");
    print("| --- | --- | ---: | ---: | ---: | ---: |");
    for (var precision : List.of(Precision.FP32, Precision.FP16, Precision.INT8, Precision.INT4)) {
      var folder = folders.folder(precision);
      var contenders = new ArrayList<Contender>();
      contenders.add(new KelvinContender(folder, THREADS));
      if (precision != Precision.FP16) {
        contenders.add(new BareContender(folder, THREADS));
        if (hasNode) {
          contenders.add(new NodeContender(node, folder, THREADS));
        }
      }
      var times = alternately(contenders);
      for (int i = 0; i < contenders.size(); i++) {
        var samples = times.get(i);
        print(
            "| %s | %s | %.1f | %.1f | %.2f | %.2f |",
            precision.name().toLowerCase(Locale.ROOT),
            contenders.get(i).name(),
            1000 / samples.median(),
            1000 / samples.share(0.1),
            times.getFirst().over(samples).median(),
            times.getFirst().share(0.1) / samples.share(0.1));
        contenders.get(i).close();
      }
    }
  }

  /// The times of single steps of each contender, in the given order.
  private List<Samples> alternately(List<Contender> contenders) throws Exception {
    var times = contenders.stream().map(_ -> new Samples()).toList();
    for (int round = 0; round < ROUNDS; round++) {
      var prefix = tokens(PREFIX);
      for (var contender : contenders) {
        contender.prefill(prefix);
        contender.steps(tokens(1));
      }
      for (int step = 0; step < STEPS; step++) {
        var token = tokens(1);
        for (int i = 0; i < contenders.size(); i++) {
          // each round starts with another contender
          int turn = (i + step) % contenders.size();
          times.get(turn).add(contenders.get(turn).steps(token));
        }
      }
    }
    return times;
  }

  private void edit() throws Exception {
    print("%n| Precision | Last token edited | One decode step | Whole prompt | Edit over step |");
    print("| --- | ---: | ---: | ---: | ---: |");
    for (var precision : Precision.values()) {
      try (var kelvin = new KelvinContender(folders.folder(precision), THREADS)) {
        var model = kelvin.model();
        var edits = new Samples();
        var steps = new Samples();
        var wholes = new Samples();
        var prompt = tokens(PROMPT);
        for (int round = 0; round < ROUNDS; round++) {
          prompt[0] = tokens(1)[0];
          wholes.add(answer(kelvin, prompt));
          var longer = Arrays.copyOf(prompt, PROMPT + 1);
          longer[PROMPT] = tokens(1)[0];
          steps.add(answer(kelvin, longer));
          // undoes the edit
          model.run(prompt, PROMPT - 1, (_, _) -> {}, new Cancellation());
          prompt[PROMPT - 1] = tokens(1)[0];
          edits.add(answer(kelvin, prompt));
        }
        print(
            "| %s | %.1f ms | %.1f ms | %.0f ms | %.2f |",
            precision.name().toLowerCase(Locale.ROOT),
            edits.median(),
            steps.median(),
            wholes.median(),
            edits.over(steps).median());
      }
    }
  }

  /// Milliseconds until the distribution after the last token is computed.
  private static double answer(KelvinContender kelvin, int[] prompt) {
    long start = System.nanoTime();
    kelvin.model().run(prompt, prompt.length - 1, (_, _) -> {}, new Cancellation());
    return Contender.since(start);
  }

  private void cancel() throws Exception {
    print("%n| Precision | Median | 90 %% | Longest |");
    print("| --- | ---: | ---: | ---: |");
    for (var precision : Precision.values()) {
      try (var kelvin = new KelvinContender(folders.folder(precision), THREADS)) {
        var times = new Samples();
        for (int round = 0; round < 3 * ROUNDS; round++) {
          times.add(timeToStop(kelvin, tokens(PROMPT), 20 + random.nextInt(1000)));
        }
        print(
            "| %s | %.0f ms | %.0f ms | %.0f ms |",
            precision.name().toLowerCase(Locale.ROOT),
            times.median(),
            times.share(0.9),
            times.share(1));
      }
    }
  }

  /// @param delay milliseconds from the start of the run to its cancellation
  private static double timeToStop(KelvinContender kelvin, int[] prompt, int delay)
      throws InterruptedException {
    var cancellation = new Cancellation();
    var cancelledAt = new long[1];
    var canceller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Thread.sleep(delay);
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                  cancelledAt[0] = System.nanoTime();
                  cancellation.cancel();
                });
    try {
      kelvin.model().run(prompt, 0, (_, _) -> {}, cancellation);
    } catch (CancelledException _) {
      // expected
    }
    long end = System.nanoTime();
    canceller.join();
    return Math.max(0, (end - cancelledAt[0]) / 1e6);
  }
}
