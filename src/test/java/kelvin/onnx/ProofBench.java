package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.IdsOnly;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadRecord;
import kelvin.inference.LoadRecords;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ProofResult;
import kelvin.onnx.fixture.ToyFault;
import kelvin.proof.LengthProof;

/// Opens and proves a model folder as often as it takes, with records in memory.
final class ProofBench {

  private static final int[] PROBE_IDS = {40, 80, 120, 160};

  private final Path folder;
  private final Map<String, LoadRecord> kept = new HashMap<>();
  private final LoadRecords records =
      new LoadRecords() {
        @Override
        public Optional<LoadRecord> find(String key) {
          return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(String key, LoadRecord loadRecord) {
          kept.put(key, loadRecord);
        }
      };

  ProofBench(Path folder) {
    this.folder = folder;
  }

  /// A refusal names the real reason.
  private static Pattern reason(ToyFault fault) {
    return Pattern.compile(
        switch (fault.kind()) {
          case NONE, MASKS_BY_POSITIONS, MIXES_TEXTS -> "none";
          case CLIPS_POSITIONS, REPEATS_POSITIONS -> "confuses the positions";
          case SEES_LAST_CACHED, SEES_FIRST_CACHED -> "cache|states from one to the next";
          case SEES_FUTURE_BEYOND, SEES_FUTURE_FROM, SEES_FUTURE_IN_SECOND_HALF, SEES_FIRST_HALF ->
              "later token changes the logits";
        });
  }

  void assertRefusedOr(ToyFault fault, Consumer<LanguageModel> right) throws Exception {
    var tried = new ArrayList<ProofResult>();
    for (int attempt = 0; attempt < 5; attempt++) {
      try (var model = load()) {
        var result = prove(model);
        tried.add(result);
        if (result.fault().isEmpty()) {
          right.accept(model);
          return;
        }
      } catch (ModelLoadException e) {
        assertTrue(reason(fault).matcher(e.reason()).find(), e.reason());
        return;
      }
    }
    throw new AssertionError("the proof finds faults again and again: " + tried);
  }

  LanguageModel load() throws ModelLoadException {
    return new OnnxModelLoader(1, records).load(new ModelFolderReader().read(folder), PROBE_IDS);
  }

  static ProofResult prove(LanguageModel model) {
    var loaded = new LoadedModel(model, new IdsOnly(model.descriptor().logitCount()));
    var proof = LengthProof.of(loaded).orElseThrow();
    while (proof.runNext(new Cancellation())) {
      assertTrue(proof.progress() <= 1);
    }
    return proof.result().orElseThrow();
  }
}
