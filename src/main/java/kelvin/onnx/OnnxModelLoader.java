package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelDescriptor.ModelFile;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;

/// Loads a graph, finds out how to feed it, and proves it by small runs.
public final class OnnxModelLoader {

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
    var files = new ArrayList<>(WeightFiles.find(graph, facts));
    try {
      var graphs =
          ModelGraphs.open(
              graph,
              siblings(graph, files),
              file -> GraphSession.open(file, threads),
              folder.config());
      return prove(graphs, folder, facts, files, probeIds);
    } catch (UnsupportedGraphException e) {
      throw new ModelLoadException(graph, e.reason(), e.remedy(), e);
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

  /// Looks at further graphs as at the first, before the runtime does.
  private static SiblingGraphs siblings(Path graph, List<ModelFile> files)
      throws ModelLoadException {
    var siblings = SiblingGraphs.of(graph);
    for (var sibling : siblings.files()) {
      files.addAll(WeightFiles.find(sibling, readFacts(sibling)));
    }
    return siblings;
  }

  private static LanguageModel prove(
      ModelGraphs graphs,
      ModelFolder folder,
      GraphFacts facts,
      List<ModelFile> files,
      int[] probeIds)
      throws OrtException, ModelLoadException {
    var runner = new GraphRunner(graphs);
    boolean proven = false;
    try {
      var signature = graphs.signature();
      var modes = new CacheModes(graphs.environment(), signature, facts, folder.config());
      double tolerance = LoadProbes.toleranceOf(facts);
      var proof = ModelProof.of(runner, modes, probeIds, tolerance, folder);
      runner.useCache(modes.open(proof.kind()));
      var descriptor = ModelDescription.of(graphs, folder, facts, files, proof);
      var logits = runner.logitsBuffer(proof.logitCount());
      var plan = proof.plan(signature, logits);
      var model = new OnnxLanguageModel(runner, logits, plan, descriptor);
      proven = true;
      return model;
    } finally {
      if (!proven) {
        runner.close();
      }
    }
  }

  private static GraphFacts readFacts(Path graph) throws ModelLoadException {
    try {
      var facts = GraphFacts.read(graph);
      Refusals.checkOperators(facts.operators(), facts.functions());
      return facts;
    } catch (UnsupportedGraphException e) {
      throw new ModelLoadException(graph, e.reason(), e.remedy(), e);
    } catch (IOException e) {
      throw new ModelLoadException(
          graph,
          "the file is damaged or cut off (" + e.getMessage() + ").",
          "Download or export it again.",
          e);
    }
  }
}
