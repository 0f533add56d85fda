package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadPhase;
import kelvin.inference.LoadRecord;
import kelvin.inference.LoadRecords;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;

/// Loads a graph, finds out how to feed it, and proves it by small runs.
public final class OnnxModelLoader {

  private static final String NOT_CAUSAL =
      "a later token changes the logits of earlier ones, so this is no causal language model but"
          + " a masked one or an encoder.";
  private static final String NEED_CAUSAL =
      "Export a causal language model, for example with: optimum-cli export onnx"
          + " --task text-generation-with-past.";

  private static final String LOGIT_COUNT = "logitCount";

  private final int threads;
  private final LoadRecords records;

  /// @param threads how many the runtime uses inside one run; physical cores serve best
  public OnnxModelLoader(int threads) {
    this(threads, LoadRecords.NONE);
  }

  /// @param records of models whose probes need not run again
  public OnnxModelLoader(int threads, LoadRecords records) {
    this.threads = threads;
    this.records = records;
  }

  /// Names these very files, which are read only as far as their facts go.
  ///
  /// @throws ModelLoadException when they cannot be a model
  public String keyOf(ModelFolder folder) throws ModelLoadException {
    return keyOf(folder, filesOf(folder));
  }

  /// How many bytes the graph and its weights have together.
  ///
  /// @throws ModelLoadException when they cannot be a model
  public long sizeOf(ModelFolder folder) throws ModelLoadException {
    return filesOf(folder).stream().mapToLong(ModelDescriptor.ModelFile::size).sum();
  }

  private static List<ModelDescriptor.ModelFile> filesOf(ModelFolder folder)
      throws ModelLoadException {
    return WeightFiles.find(folder.graph(), readFacts(folder.graph()));
  }

  private static String keyOf(ModelFolder folder, List<ModelDescriptor.ModelFile> files)
      throws ModelLoadException {
    try {
      return LoadKey.of(files, folder.config());
    } catch (IOException e) {
      throw new ModelLoadException(
          folder.graph(), "this file cannot be read.", "Check its permissions.", e);
    }
  }

  /// @param probeIds four ordinary token ids
  /// @throws ModelLoadException with file, reason and remedy
  public LanguageModel load(ModelFolder folder, int[] probeIds) throws ModelLoadException {
    return load(folder, probeIds, _ -> {});
  }

  /// The same, and tells what is going on.
  public LanguageModel load(ModelFolder folder, int[] probeIds, Consumer<LoadPhase> progress)
      throws ModelLoadException {
    progress.accept(LoadPhase.WEIGHTS);
    var graph = folder.graph();
    var facts = readFacts(graph);
    var files = WeightFiles.find(graph, facts);
    try {
      var runner = openRunner(folder);
      boolean proven = false;
      try {
        var model = prove(runner, folder, facts, files, probeIds, progress);
        proven = true;
        return model;
      } finally {
        if (!proven) {
          runner.close();
        }
      }
    } catch (OrtException e) {
      var explanation = OrtMessages.ofLoad(e, graph);
      throw new ModelLoadException(graph, explanation.reason(), explanation.remedy(), e);
    } catch (LinkageError e) {
      throw new ModelLoadException(
          graph,
          "ONNX Runtime does not start on this system (" + e + ").",
          "It needs Linux with glibc 2.28 or newer, macOS 14 on arm64, or Windows on x64,"
              + " and room for 30 MB in the temporary folder.",
          e);
    }
  }

  private GraphRunner openRunner(ModelFolder folder) throws OrtException, ModelLoadException {
    try {
      return GraphRunner.of(GraphSession.open(folder.graph(), threads), folder.config());
    } catch (UnsupportedGraphException e) {
      throw new ModelLoadException(folder.graph(), String.valueOf(e.getMessage()), NEED_CAUSAL, e);
    }
  }

  private LanguageModel prove(
      GraphRunner runner,
      ModelFolder folder,
      GraphFacts facts,
      List<ModelDescriptor.ModelFile> files,
      int[] probeIds,
      Consumer<LoadPhase> progress)
      throws OrtException, ModelLoadException {
    var key = keyOf(folder, files);
    var known = records.find(key);
    if (known.isEmpty()) {
      progress.accept(LoadPhase.PROBES);
    }
    var found = known.isPresent() ? known.get() : probe(runner, folder, facts, probeIds);
    if (known.isEmpty()) {
      records.keep(key, found);
    }
    refuseFailures(folder.graph(), found.probes());
    int logitCount = Integer.parseInt(found.facts().getOrDefault(LOGIT_COUNT, "0"));
    var descriptor = describe(runner, folder, facts, files, logitCount, found.probes());
    return new OnnxLanguageModel(runner, runner.logitsBuffer(logitCount), descriptor);
  }

  private static LoadRecord probe(
      GraphRunner runner, ModelFolder folder, GraphFacts facts, int[] probeIds)
      throws OrtException, ModelLoadException {
    var rows = runner.runOnce(new int[] {probeIds[0], probeIds[1], probeIds[2]});
    if (rows.size() != 3) {
      throw new ModelLoadException(
          folder.graph(),
          "the graph gives logits for " + rows.size() + " of 3 positions.",
          "Export it with logits for all positions.");
    }
    int logitCount = rows.getFirst().length;
    try (var logits = runner.logitsBuffer(logitCount)) {
      var probes = new LoadProbes(runner, logits, probeIds, LoadProbes.toleranceOf(facts));
      probes.run();
      return new LoadRecord(Map.of(LOGIT_COUNT, Integer.toString(logitCount)), probes.outcomes());
    }
  }

  private static void refuseFailures(Path graph, List<ModelDescriptor.ProbeOutcome> probes)
      throws ModelLoadException {
    if (failed(probes, "finite")) {
      throw new ModelLoadException(
          graph,
          "the graph's logits are not numbers (NaN or infinite) even for ordinary tokens.",
          "Numbers may be too large for its half precision: use the fp32 version.");
    }
    if (failed(probes, "causal")) {
      throw new ModelLoadException(graph, NOT_CAUSAL, NEED_CAUSAL);
    }
    if (failed(probes, "cache") || failed(probes, "crop")) {
      throw new ModelLoadException(
          graph,
          "the graph's cache gives other logits than the whole context does.",
          "Export the model again, with or without a cache.");
    }
  }

  private static boolean failed(List<ModelDescriptor.ProbeOutcome> probes, String name) {
    return probes.stream().anyMatch(probe -> probe.name().equals(name) && !probe.passed());
  }

  private static ModelDescriptor describe(
      GraphRunner runner,
      ModelFolder folder,
      GraphFacts facts,
      List<ModelDescriptor.ModelFile> files,
      int logitCount,
      List<ModelDescriptor.ProbeOutcome> probes)
      throws OrtException {
    var signature = runner.signature();
    return new ModelDescriptor(
        folder.name(),
        folder.folder(),
        folder.config().architecture(),
        files,
        facts.precision(),
        facts.parameterCount(),
        GraphTensors.ofInputs(runner.inputs()),
        GraphTensors.ofOutputs(runner.outputs(), signature),
        signature.cache().isEmpty() ? CacheKind.NONE : CacheKind.CHAINED,
        logitCount,
        folder.config().contextLength(),
        folder.config().endOfTextIds(),
        probes,
        warnings(folder, facts, logitCount));
  }

  private static GraphFacts readFacts(Path graph) throws ModelLoadException {
    try {
      GraphLimits.check(graph);
      return GraphFacts.read(graph);
    } catch (IOException e) {
      throw new ModelLoadException(
          graph,
          "the file is damaged or cut off (" + e.getMessage() + ").",
          "Download or export it again.",
          e);
    }
  }

  private static List<String> warnings(ModelFolder folder, GraphFacts facts, int logitCount) {
    var warnings = new ArrayList<String>();
    if (folder.config().contextLength().isEmpty()) {
      warnings.add(
          "config.json does not say how long a context the model takes; nothing limits the prompt.");
    }
    var said = folder.config().vocabularySize();
    if (said.isPresent() && said.getAsInt() != logitCount) {
      warnings.add(
          "config.json says "
              + said.getAsInt()
              + " tokens, the graph gives "
              + logitCount
              + " logits.");
    }
    if (facts.quantisesDynamically()) {
      warnings.add(
          "Weights are quantised dynamically: later tokens can leak a little into the logits of"
              + " earlier ones that run with them.");
    }
    return warnings;
  }
}
