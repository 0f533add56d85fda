package kelvin.benchmark;

import static kelvin.benchmark.ModelMeasurements.print;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import kelvin.benchmark.Gpt2Folders.Precision;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.PredictionEngine;
import kelvin.engine.PredictionRequest;
import kelvin.engine.RowMemory;
import kelvin.inference.LoadedModel;
import kelvin.workspace.paths.LargeTree;
import kelvin.workspace.paths.PathNode;

/// Measures what a walk through a tree of 5,000 tokens keeps in memory, with a model of GPT-2's
/// size.
final class TreeMeasurements {

  private static final int NODES = 5000;
  private static final int LENGTH = 400;
  private static final int LOOKS = Integer.getInteger("looks", 40);
  private static final int THREADS = 2;

  private final Gpt2Folders folders;

  TreeMeasurements(Gpt2Folders folders) {
    this.folders = folders;
  }

  void run() throws Exception {
    print(
        "%n| Limit | Most bytes of rows | Heap before | Heap with the tree | Heap after | A look |");
    print("| ---: | ---: | ---: | ---: | ---: | ---: |");
    for (long megabytes : List.of(32, 128)) {
      try (var kelvin = new KelvinContender(folders.folder(Precision.FP32), THREADS)) {
        walk(kelvin, megabytes);
      }
    }
  }

  private static void walk(KelvinContender kelvin, long megabytes) {
    var random = new Random(5);
    var memory = new RowMemory();
    memory.setLimit(megabytes << 20);
    var engine = new PredictionEngine(Runnable::run, _ -> {}, memory);
    engine.use(new LoadedModel(kelvin.model(), FakeTokenizer.withStartToken()));
    double before = heap();
    var nodes = LargeTree.nodes(NODES, LENGTH, random);
    double withTree = heap();
    long most = 0;
    var times = new Samples();
    for (int look = 0; look < LOOKS; look++) {
      var ids = nodes.get(random.nextInt(nodes.size())).path().stream().map(PathNode::id).toList();
      long start = System.nanoTime();
      engine.predict(new PredictionRequest("the prompt", ids, OptionalInt.empty()));
      times.add(Contender.since(start));
      most = Math.max(most, memory.bytes());
    }
    print(
        "| %d MiB | %.1f MiB | %.1f MB | %.1f MB | %.1f MB | %.0f ms |",
        megabytes, most / 1048576.0, before, withTree, heap(), times.median());
    engine.close();
  }

  /// The used heap after a collection, megabytes.
  private static double heap() {
    var bean = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < 3; i++) {
      bean.gc();
    }
    return bean.getHeapMemoryUsage().getUsed() / 1e6;
  }
}
