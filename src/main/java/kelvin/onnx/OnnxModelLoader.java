package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadPhase;
import kelvin.inference.LoadRecords;
import kelvin.inference.ModelDescriptor.ModelFile;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.inference.folder.ModelLinks;
import kelvin.onnx.proof.KeptCopies;
import kelvin.onnx.proof.ProofRecord;
import kelvin.onnx.proof.RememberedRecords;
import kelvin.text.Reason;

/// Loads a graph, finds out how to use it, and tests it with small runs.
public final class OnnxModelLoader {

  private final int threads;
  private final LoadRecords records;

  /// @param threads the number of threads that the runtime uses in one run; the number of
  ///     physical cores is best
  public OnnxModelLoader(int threads) {
    this(threads, LoadRecords.NONE);
  }

  /// @param records the results of earlier loads, whose probes need not run again
  public OnnxModelLoader(int threads, LoadRecords records) {
    this.threads = threads;
    // A fault must not be forgotten where nothing can be written.
    this.records = new RememberedRecords(records);
  }

  /// The key of these files. Reads them only as far as needed for their facts.
  ///
  /// @throws ModelLoadException if they cannot be a model
  public String keyOf(ModelFolder folder) throws ModelLoadException {
    return keyOf(folder, filesOf(folder));
  }

  /// The total size of the graphs and their weights in bytes.
  ///
  /// @throws ModelLoadException when they cannot be a model
  public long sizeOf(ModelFolder folder) throws ModelLoadException {
    return filesOf(folder).stream().mapToLong(ModelFile::size).sum();
  }

  /// Finds and checks all files of the model before the runtime does.
  private static List<ModelFile> filesOf(ModelFolder folder) throws ModelLoadException {
    var graph = folder.graph();
    var files = new ArrayList<>(WeightFiles.find(graph, readFacts(graph)));
    for (var sibling : SiblingGraphs.of(graph).files()) {
      ModelLinks.check(folder.folder(), sibling);
      files.addAll(WeightFiles.find(sibling, readFacts(sibling)));
    }
    return files;
  }

  private static String keyOf(ModelFolder folder, List<ModelFile> files) throws ModelLoadException {
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

  /// Loads a model and reports each phase.
  public LanguageModel load(ModelFolder folder, int[] probeIds, Consumer<LoadPhase> progress)
      throws ModelLoadException {
    var graph = folder.graph();
    var facts = readFacts(graph);
    var files = filesOf(folder);
    try {
      return probe(folder, facts, files, probeIds, progress);
    } catch (UnsupportedGraphException e) {
      throw new ModelLoadException(graph, e.reason(), e.remedy(), e);
    } catch (StateTooLargeException e) {
      throw new ModelLoadException(
          graph,
          "the keys and values that it keeps do not fit into memory.",
          "Use a smaller model, or download it again.",
          e);
    } catch (OrtException e) {
      var explanation = OrtMessages.ofLoad(e, graph);
      throw new ModelLoadException(graph, explanation.reason(), explanation.remedy(), e);
    } catch (LinkageError e) {
      throw new ModelLoadException(
          graph,
          "ONNX Runtime does not start on this system"
              + Reason.said(e).map(said -> ": " + said).orElse("")
              + ".",
          "It needs Linux with glibc 2.28 or newer, macOS 14 on arm64, or Windows on x64,"
              + " and room for 30 MB in the temporary folder.",
          e);
    }
  }

  private LanguageModel probe(
      ModelFolder folder,
      GraphFacts facts,
      List<ModelFile> files,
      int[] probeIds,
      Consumer<LoadPhase> progress)
      throws OrtException, UnsupportedGraphException, ModelLoadException {
    var key = keyOf(folder, files);
    var copies = new KeptCopies(records.find(key));
    var opening = new GraphOpening(folder, facts, threads, copies);
    var proof = new ProofRecord(records, key);
    proof.refuseFault(folder);
    var setup = new ProbeSetup(probeIds, proof.rejected());
    var prober = new GraphProber(opening::open, facts, folder, setup, progress);
    var known =
        records
            .find(key)
            .flatMap(GraphAbilities::of)
            .filter(abilities -> !setup.rejected().contains(abilities.kind()));
    if (known.isPresent()) {
      return model(prober.reopen(known.get()), folder, facts, files, proof);
    }
    var probed = prober.probe();
    records.keep(key, copies.addedTo(probed.abilities().toRecord()));
    return model(probed, folder, facts, files, proof);
  }

  private LanguageModel model(
      ProbedGraphs probed,
      ModelFolder folder,
      GraphFacts facts,
      List<ModelFile> files,
      ProofRecord proof)
      throws OrtException, ModelLoadException {
    var runner = probed.runner();
    var abilities = probed.abilities();
    boolean complete = false;
    try {
      abilities.refuseFailures(folder);
      runner.useCache(probed.modes().open(abilities.kind()));
      var described = ModelDescription.of(probed.graphs(), folder, facts, files, abilities);
      var descriptor = proof.passed().map(described::withProof).orElse(described);
      var logits = runner.logitsBuffer(abilities.logitCount());
      var plan = abilities.plan(runner.signature(), logits);
      var model = new OnnxLanguageModel(runner, logits, plan, descriptor);
      BatchInputs.of(runner, plan, abilities.kind()).ifPresent(model::setBatches);
      var computed = abilities.inFloat32() ? facts.inFloat32() : facts;
      model.setInside(
          new OnnxInside.Setup(
              folder, facts, files, abilities, runner.signature().asDeclared(), threads));
      model.setProof(OnnxModelRuns.abilities(plan, runner.signature(), computed, facts), proof);
      complete = true;
      return model;
    } finally {
      if (!complete) {
        runner.close();
      }
    }
  }

  private static GraphFacts readFacts(Path graph) throws ModelLoadException {
    try {
      GraphLimits.check(graph);
      var facts = GraphFacts.read(graph);
      Refusals.checkOperators(facts.operators(), facts.functions());
      return facts;
    } catch (UnsupportedGraphException e) {
      throw new ModelLoadException(graph, e.reason(), e.remedy(), e);
    } catch (IOException e) {
      throw new ModelLoadException(
          graph,
          "the file is damaged or cut off (" + Reason.of(e) + ").",
          "Download or export it again.",
          e);
    }
  }
}
