package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.inference.LanguageModel;
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

  private final int threads;

  /// @param threads how many the runtime uses inside one run; physical cores serve best
  public OnnxModelLoader(int threads) {
    this.threads = threads;
  }

  /// @param probeIds four ordinary token ids
  /// @throws ModelLoadException with file, reason and remedy
  public LanguageModel load(ModelFolder folder, int[] probeIds) throws ModelLoadException {
    var graph = folder.graph();
    var facts = readFacts(graph);
    var files = files(graph, facts);
    try {
      var environment = environment();
      var session = createSession(environment, graph);
      try {
        return open(environment, session, folder, facts, files, probeIds);
      } catch (OrtException | ModelLoadException | RuntimeException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      var explanation = OrtMessages.ofLoad(e);
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

  private static OrtEnvironment environment() throws OrtException {
    var environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    return environment;
  }

  private OrtSession createSession(OrtEnvironment environment, Path graph) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      // An idle window must not keep the cores busy.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // Shapes change with every prompt, so remembered allocation patterns never fit.
      options.setMemoryPatternOptimization(false);
      options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return environment.createSession(graph.toString(), options);
    }
  }

  private static LanguageModel open(
      OrtEnvironment environment,
      OrtSession session,
      ModelFolder folder,
      GraphFacts facts,
      List<ModelDescriptor.ModelFile> files,
      int[] probeIds)
      throws OrtException, ModelLoadException {
    var graph = folder.graph();
    var inputs = session.getInputInfo();
    var outputs = session.getOutputInfo();
    GraphSignature signature;
    try {
      signature = GraphSignature.of(inputs, outputs, folder.config());
    } catch (UnsupportedGraphException e) {
      throw new ModelLoadException(graph, String.valueOf(e.getMessage()), NEED_CAUSAL, e);
    }
    var runner = new GraphRunner(environment, session, signature);
    var rows = runner.runOnce(new int[] {probeIds[0], probeIds[1], probeIds[2]});
    if (rows.size() != 3) {
      throw new ModelLoadException(
          graph,
          "the graph gives logits for " + rows.size() + " of 3 positions.",
          "Export it with logits for all positions.");
    }
    int logitCount = rows.getFirst().length;
    var logits = new LogitsBuffer(environment, signature.logitsType(), logitCount);
    var probes = new LoadProbes(runner, logits, probeIds);
    probes.run();
    if (probes.failed("causal")) {
      throw new ModelLoadException(graph, NOT_CAUSAL, NEED_CAUSAL);
    }
    if (probes.failed("cache") || probes.failed("crop")) {
      throw new ModelLoadException(
          graph,
          "the graph's cache gives other logits than the whole context does.",
          "Export the model again, with or without a cache.");
    }
    var descriptor =
        new ModelDescriptor(
            folder.name(),
            folder.folder(),
            folder.config().architecture(),
            files,
            facts.precision(),
            facts.parameterCount(),
            GraphTensors.ofInputs(inputs.values()),
            GraphTensors.ofOutputs(outputs.values(), signature),
            signature.cache().isEmpty() ? CacheKind.NONE : CacheKind.CHAINED,
            logitCount,
            folder.config().contextLength(),
            folder.config().endOfTextIds(),
            probes.outcomes(),
            warnings(folder, facts, logitCount));
    return new OnnxLanguageModel(runner, logits, descriptor, probes.passed("continuation"));
  }

  private static GraphFacts readFacts(Path graph) throws ModelLoadException {
    try {
      return GraphFacts.read(graph);
    } catch (IOException e) {
      throw new ModelLoadException(
          graph,
          "the file is damaged or cut off (" + e.getMessage() + ").",
          "Download or export it again.",
          e);
    }
  }

  /// The graph and the files with its weights, all of which must be there, inside the folder.
  private static List<ModelDescriptor.ModelFile> files(Path graph, GraphFacts facts)
      throws ModelLoadException {
    var folder = graph.resolveSibling("").toAbsolutePath().normalize();
    var files = new ArrayList<ModelDescriptor.ModelFile>();
    files.add(new ModelDescriptor.ModelFile(graph, sizeOf(graph)));
    for (var name : facts.externalFiles()) {
      var file = folder.resolve(name).normalize();
      if (!file.startsWith(folder)) {
        throw new ModelLoadException(
            graph,
            "it refers to weights outside its own folder (" + name + ").",
            "Kelvin does not follow such paths: export the model again.");
      }
      if (!Files.isRegularFile(file)) {
        throw new ModelLoadException(
            file,
            "this file with weights of " + graph.getFileName() + " is missing.",
            "Put it next to the graph.");
      }
      files.add(new ModelDescriptor.ModelFile(file, sizeOf(file)));
    }
    return files;
  }

  private static long sizeOf(Path file) throws ModelLoadException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new ModelLoadException(file, "this file cannot be read.", "Check its permissions.", e);
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
    if (facts.operators().stream().anyMatch(name -> name.contains("DynamicQuantize"))) {
      warnings.add(
          "Weights are quantised dynamically: later tokens can leak a little into the logits of"
              + " earlier ones that run with them.");
    }
    return warnings;
  }
}
