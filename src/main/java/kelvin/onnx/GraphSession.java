package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kelvin.onnx.surgery.InnerOutputs;

/// A graph loaded by ONNX Runtime, with its options, which must outlive the session.
final class GraphSession implements AutoCloseable {

  private static final String NO_PACKING = "session.disable_prepacking";

  private final OrtEnvironment environment;
  private final OrtSession.SessionOptions options;
  private final OrtSession session;

  private GraphSession(
      OrtEnvironment environment, OrtSession.SessionOptions options, OrtSession session) {
    this.environment = environment;
    this.options = options;
    this.session = session;
  }

  /// Loads a graph with the given options.
  @FunctionalInterface
  private interface Source {
    OrtSession load(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  /// @param threads the number of threads that the runtime uses in one run
  static GraphSession open(Path graph, int threads) throws OrtException {
    return open(
        threads, (environment, options) -> environment.createSession(graph.toString(), options));
  }

  /// Opens a graph without the copies of weights in the kernels' layout: faster to load and
  /// smaller, but slower to run.
  static GraphSession openUnpacked(Path graph, int threads) throws OrtException {
    return open(
        threads,
        (environment, options) -> {
          options.addConfigEntry(NO_PACKING, "1");
          return environment.createSession(graph.toString(), options);
        });
  }

  /// Opens a rewritten graph.
  ///
  /// @param folder the folder of the files with its weights
  static GraphSession open(byte[] graph, Path folder, int threads) throws OrtException {
    return open(graph, folder, threads, false);
  }

  /// Opens a rewritten graph without the copies of weights; see `openUnpacked`.
  static GraphSession openUnpacked(byte[] graph, Path folder, int threads) throws OrtException {
    return open(graph, folder, threads, true);
  }

  private static GraphSession open(byte[] graph, Path folder, int threads, boolean unpacked)
      throws OrtException {
    return open(
        threads,
        (environment, options) -> {
          options.addConfigEntry(
              "session.model_external_initializers_file_folder_path", folder.toString());
          if (unpacked) {
            options.addConfigEntry(NO_PACKING, "1");
          }
          return environment.createSession(graph, options);
        });
  }

  private static GraphSession open(int threads, Source source) throws OrtException {
    Telemetry.disable();
    NativeHeap.keepLargeBlocksApart();
    var environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    var options = new OrtSession.SessionOptions();
    boolean open = false;
    try {
      options.setIntraOpNumThreads(threads);
      // An idle window must not keep the cores busy.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // Shapes change with every prompt, so remembered allocation patterns never fit.
      options.setMemoryPatternOptimization(false);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      var session = source.load(environment, options);
      open = true;
      return new GraphSession(environment, options, session);
    } finally {
      if (!open) {
        options.close();
      }
    }
  }

  OrtEnvironment environment() {
    return environment;
  }

  /// The inputs that the file declares.
  Map<String, NodeInfo> inputs() throws OrtException {
    var declared = new LinkedHashMap<>(session.getInputInfo());
    declared.keySet().removeIf(name -> name.startsWith(InnerOutputs.PREFIX));
    return declared;
  }

  /// The names of all inputs, with those that were added.
  Set<String> inputNames() {
    return Set.copyOf(session.getInputNames());
  }

  /// The outputs that the file declares.
  Map<String, NodeInfo> outputs() throws OrtException {
    var declared = new LinkedHashMap<>(session.getOutputInfo());
    declared.keySet().removeIf(name -> name.startsWith(InnerOutputs.PREFIX));
    return declared;
  }

  /// @param wanted outputs that the runtime allocates and returns
  /// @param pinned outputs that are written into the caller's tensors
  OrtSession.Result run(
      Map<String, OnnxTensor> inputs,
      Set<String> wanted,
      Map<String, OnnxTensor> pinned,
      OrtSession.RunOptions run)
      throws OrtException {
    return session.run(inputs, wanted, pinned, run);
  }

  @Override
  public void close() throws OrtException {
    try (options) {
      session.close();
    }
    NativeHeap.giveBack();
  }
}
