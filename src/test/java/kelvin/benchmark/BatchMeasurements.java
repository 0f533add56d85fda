package kelvin.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kelvin.benchmark.Gpt2Folders.Precision;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScorer;
import kelvin.inference.BatchRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelRuns;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.OrderSweep;

/// Measures scoring many passages: tokens a second against the size of a batch, and a whole sweep
/// with and without batches. Both are compared with a bare loop over as many tokens.
///
/// Times are processor times of the process, which other work on the machine changes little.
final class BatchMeasurements {

  private static final int THREADS = 2;
  private static final int ROUNDS = Math.ceilDiv(ModelMeasurements.ROUNDS, 3);
  private static final int BEGINNING = 120;
  private static final int TAIL = 4;

  /// The bare loop runs this many tokens at a time.
  private static final int PORTION = 64;

  /// The portions after one beginning, so that their mean context is about that of the batches.
  private static final int MEASURED_PORTIONS = 2;

  private static final int ORDERS = 120;

  private final Gpt2Folders folders;
  private final Random random = new Random(7);

  BatchMeasurements(Gpt2Folders folders) {
    this.folders = folders;
  }

  /// A model that uses its batches before they are proved, or never.
  private record Batched(LanguageModel model, boolean batches) implements LanguageModel {

    @Override
    public Optional<BatchRuns> batchRuns() {
      return batches ? model.proofRuns().flatMap(ModelRuns::batches) : Optional.empty();
    }

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      model.run(ids, first, sink, cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      return model.descriptor();
    }

    @Override
    public void close() {
      model.close();
    }
  }

  /// Tokens a second against the number of texts in a batch.
  void sizes() throws Exception {
    ModelMeasurements.print("%n| Model | Texts | ms a token | Tokens a second | Over bare loop |");
    ModelMeasurements.print("| --- | ---: | ---: | ---: | ---: |");
    measure(this::sizes);
  }

  /// Whole sweeps on the clock, beside lm-evaluation-harness where Python has it.
  void harness(Path home) throws Exception {
    try (var harness = HarnessContender.start(home, THREADS).orElse(null)) {
      if (harness == null) {
        return;
      }
      ModelMeasurements.print(
          "%n| Questions | Requests | Kelvin one by one | Kelvin | lm-eval | Kelvin over lm-eval |");
      ModelMeasurements.print("| --- | ---: | ---: | ---: | ---: | ---: |");
      try (var kelvin = new KelvinContender(folders.folder(Precision.FP32), THREADS)) {
        beside(harness, kelvin.model(), "data set", dataSet());
        beside(harness, kelvin.model(), "orders", orders());
      }
    }
  }

  private static void beside(
      HarnessContender harness, LanguageModel model, String name, List<LabelQuestion> questions)
      throws Exception {
    var file = Files.createTempFile("requests", ".txt");
    HarnessContender.write(questions, FakeTokenizer.withStartToken(), file);
    var alone = new Samples();
    var batched = new Samples();
    var other = new Samples();
    for (int round = 0; round < ROUNDS; round++) {
      alone.add(seconds(model, questions, false));
      batched.add(seconds(model, questions, true));
      other.add(harness.seconds(file));
    }
    Files.delete(file);
    ModelMeasurements.print(
        "| %s | %d | %.1f s | %.1f s | %.1f s | %.2f |",
        name,
        questions.stream().mapToInt(question -> question.labels().size()).sum(),
        alone.median(),
        batched.median(),
        other.median(),
        batched.over(other).median());
  }

  private static double seconds(
      LanguageModel model, List<LabelQuestion> questions, boolean batches) {
    var loaded = new LoadedModel(new Batched(model, batches), FakeTokenizer.withStartToken());
    long start = System.nanoTime();
    new LabelScorer(loaded).scoreAll(questions, _ -> {}, new Cancellation());
    return (System.nanoTime() - start) / 1e9;
  }

  /// Many questions with and without batches.
  void sweeps() throws Exception {
    ModelMeasurements.print(
        "%n| Model | Questions | Way | Processor time | ms a token of the plan | Over bare loop |");
    ModelMeasurements.print("| --- | --- | --- | ---: | ---: | ---: |");
    measure(
        (name, model, bare, extent) -> {
          sweep(new Work(name, "data set", dataSet()), model, bare, extent);
          sweep(new Work(name, "orders", orders()), model, bare, extent);
        });
  }

  private interface Measurement {
    void run(String name, LanguageModel model, BareDecoder bare, Extent extent) throws Exception;
  }

  private void measure(Measurement measurement) throws Exception {
    var home = Path.of(System.getProperty("kelvin.home", "."));
    var bundled = home.resolve("models/kelvin-tiny");
    measure(measurement, "bundled", bundled, new Extent(4_000, 2_048));
    var large = folders.folder(Precision.FP32);
    measure(measurement, "GPT-2's size, fp32", large, new Extent(50_000, 256));
  }

  /// @param vocabulary the ids go from 1 to here, exclusive
  /// @param measured the number of tokens whose time is taken together, because processor time is
  ///     known to 10 ms
  private record Extent(int vocabulary, int measured) {}

  private static void measure(Measurement measurement, String name, Path folder, Extent extent)
      throws Exception {
    try (var kelvin = new KelvinContender(folder, THREADS);
        var bare = new BareDecoder(folder.resolve("model.onnx"), THREADS)) {
      measurement.run(name, kelvin.model(), bare, extent);
    }
  }

  /// Milliseconds of processor time since `start`.
  private static double since(long start) {
    return (ProcessorTime.nanos() - start) / 1e6;
  }

  private int[] tokens(int count, int vocabulary) {
    return random.ints(count, 1, vocabulary).toArray();
  }

  /// The time of `count` tokens in portions after a beginning, by the shortest loop.
  private double bare(BareDecoder bare, int count, int vocabulary) throws Exception {
    double sum = 0;
    for (int left = count; left > 0; left -= MEASURED_PORTIONS * PORTION) {
      bare.clear();
      bare.run(tokens(PORTION, vocabulary));
      long start = ProcessorTime.nanos();
      for (int i = 0; i < MEASURED_PORTIONS; i++) {
        bare.run(tokens(PORTION, vocabulary));
      }
      sum += since(start);
    }
    return sum;
  }

  private void sizes(String name, LanguageModel model, BareDecoder bare, Extent extent)
      throws Exception {
    var batches = model.proofRuns().flatMap(ModelRuns::batches).orElseThrow();
    var sizes = List.of(1, 2, 4, 8, 16, 32);
    var times = sizes.stream().map(_ -> new Samples()).toList();
    var loops = new Samples();
    for (int round = 0; round < ROUNDS; round++) {
      var beginning = tokens(BEGINNING, extent.vocabulary());
      loops.add(bare(bare, extent.measured(), extent.vocabulary()) / extent.measured());
      for (int i = 0; i < sizes.size(); i++) {
        var tails = new ArrayList<BatchRuns.Tail>();
        for (int t = 0; t < sizes.get(i); t++) {
          tails.add(new BatchRuns.Tail(tokens(TAIL, extent.vocabulary()), 0));
        }
        // The first run copies the states of the beginning, which the next batches share.
        batches.run(beginning, tails, (_, _, _) -> {}, new Cancellation());
        int tokensOfRun = TAIL * sizes.get(i);
        int repeats = extent.measured() / tokensOfRun;
        long start = ProcessorTime.nanos();
        for (int r = 0; r < repeats; r++) {
          batches.run(beginning, tails, (_, _, _) -> {}, new Cancellation());
        }
        times.get(i).add(since(start) / (tokensOfRun * repeats));
      }
    }
    for (int i = 0; i < sizes.size(); i++) {
      var samples = times.get(i);
      ModelMeasurements.print(
          "| %s | %d | %.2f | %.0f | %.2f |",
          name,
          sizes.get(i),
          samples.median(),
          1000 / samples.median(),
          samples.over(loops).median());
    }
  }

  private record Work(String model, String name, List<LabelQuestion> questions) {}

  private void sweep(Work work, LanguageModel model, BareDecoder bare, Extent extent)
      throws Exception {
    var ways = List.of(false, true);
    var times = ways.stream().map(_ -> new Samples()).toList();
    var loops = new Samples();
    long planned = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < ways.size(); i++) {
        var loaded =
            new LoadedModel(new Batched(model, ways.get(i)), FakeTokenizer.withStartToken());
        var tokens = new long[1];
        long start = ProcessorTime.nanos();
        new LabelScorer(loaded)
            .scoreAll(
                work.questions(),
                progress -> tokens[0] = progress.tokensTotal(),
                new Cancellation());
        times.get(i).add(since(start));
        planned = tokens[0];
      }
      int measured = extent.measured();
      loops.add(bare(bare, measured, extent.vocabulary()) * planned / measured);
    }
    for (int i = 0; i < ways.size(); i++) {
      ModelMeasurements.print(
          "| %s | %s | %s | %.1f s | %.2f | %.2f |",
          work.model(),
          work.name(),
          ways.get(i) ? "batches" : "one by one",
          times.get(i).median() / 1000,
          times.get(i).median() / planned,
          times.get(i).over(loops).median());
    }
  }

  /// Two labels of one token after each of 100 inputs, which follow the same 100 tokens.
  private List<LabelQuestion> dataSet() {
    var questions = new ArrayList<LabelQuestion>();
    for (int i = 0; i < 100; i++) {
      var prompt = new StringBuilder("x".repeat(100));
      random.ints(7 + random.nextInt(7), 'a', 'z').forEach(prompt::appendCodePoint);
      questions.add(new LabelQuestion(prompt.append('>').toString(), List.of("+", "-")));
    }
    return questions;
  }

  /// Two labels after each of 120 orders of five examples.
  private static List<LabelQuestion> orders() {
    var examples =
        List.of(
            new Example("a fine film", "good"),
            new Example("so dull", "bad"),
            new Example("I loved it", "good"),
            new Example("a mess", "bad"),
            new Example("warm, funny", "good"));
    var prompt = new FewShotPrompt("", examples, 5, Layout.of("{x}>{y}", "\n"), "not for me");
    var base = Trial.of(prompt, List.of("good", "bad"), Optional.of("bad"), false);
    return OrderSweep.plan(List.of(base), ORDERS, 1).stream()
        .map(v -> new LabelQuestion(v.trial().prompt().render(), v.trial().continuations()))
        .toList();
  }
}
