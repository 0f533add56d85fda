package kelvin.benchmark;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.benchmark.Gpt2Folders.Precision;

/// Measures the time and memory of loading, in a new process for each load.
public final class LoadMeasurements {

  private static final int ROUNDS = Math.ceilDiv(ModelMeasurements.ROUNDS, 2);

  /// The ways to load a model.
  private enum Way {
    /// Kelvin's loader, with its probes.
    KELVIN("Kelvin, first load with probes"),
    PACKED("session, weights prepacked"),
    UNPACKED("session, not prepacked");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  private final Gpt2Folders folders;

  LoadMeasurements(Gpt2Folders folders) {
    this.folders = folders;
  }

  void run() throws IOException {
    ModelMeasurements.print("%n| Precision | Files | Way | Load | Own memory | Resident |");
    ModelMeasurements.print("| --- | ---: | --- | ---: | ---: | ---: |");
    for (var precision : Precision.values()) {
      var folder = folders.folder(precision);
      long bytes = Files.size(folder.resolve("model.onnx_data"));
      var times = new ArrayList<Samples>();
      var own = new ArrayList<Samples>();
      var resident = new ArrayList<Samples>();
      for (var _ : Way.values()) {
        times.add(new Samples());
        own.add(new Samples());
        resident.add(new Samples());
      }
      for (int round = 0; round < ROUNDS; round++) {
        int i = 0;
        for (var way : Way.values()) {
          var numbers = fresh(way, folder);
          times.get(i).add(numbers.get(0));
          own.get(i).add(numbers.get(1));
          resident.get(i++).add(numbers.get(2));
        }
      }
      int i = 0;
      for (var way : Way.values()) {
        ModelMeasurements.print(
            "| %s | %d MB | %s | %.0f ms | %.0f MB | %.0f MB |",
            precision.name().toLowerCase(Locale.ROOT),
            bytes / 1_000_000,
            way.label,
            times.get(i).median(),
            own.get(i).median(),
            resident.get(i++).median());
      }
    }
  }

  private static List<Double> fresh(Way way, Path folder) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path", ""),
            LoadMeasurements.class.getName(),
            way.name(),
            folder.toString());
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      return out.readAllLines().stream().map(Double::valueOf).toList();
    }
  }

  /// @param arguments the way and the folder; prints the milliseconds, then the additional
  ///     megabytes
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[1]);
    OrtEnvironment.getEnvironment();
    long own = megabytes("RssAnon");
    long resident = megabytes("VmRSS");
    long start = System.nanoTime();
    try (var _ = load(Way.valueOf(arguments[0]), folder)) {
      System.out.println(Contender.since(start));
      System.out.println(megabytes("RssAnon") - own);
      System.out.println(megabytes("VmRSS") - resident);
    }
  }

  private static AutoCloseable load(Way way, Path folder) throws Exception {
    return way == Way.KELVIN ? new KelvinContender(folder, 2) : session(way, folder);
  }

  private static AutoCloseable session(Way way, Path folder) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(2);
      options.setMemoryPatternOptimization(false);
      options.addConfigEntry("session.disable_prepacking", way == Way.UNPACKED ? "1" : "0");
      var graph = folder.resolve("model.onnx").toString();
      return OrtEnvironment.getEnvironment().createSession(graph, options);
    }
  }

  /// 0 if the system does not report it.
  private static long megabytes(String entry) throws IOException {
    var status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(entry + ":"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
            .sum()
        : 0;
  }
}
