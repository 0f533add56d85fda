package kelvin.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import kelvin.engine.FakeLanguageModel;
import kelvin.inference.Cancellation;
import kelvin.inference.IdsOnly;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.proof.FakeRuns;
import org.junit.jupiter.api.Test;

/// A proof that could not be finished shows nothing. A graph that is said to be an encoder's is not
/// trusted then, while any other model is used.
class ProofAtOpeningTest {

  private static final Path FOLDER = Path.of("bert");

  private final FakeRuns runs = new FakeRuns();
  private final FakeLanguageModel model = new FakeLanguageModel(FakeRuns.VOCABULARY).provedBy(runs);
  private int begun;

  private LoadedModel loaded() {
    return new LoadedModel(model, new IdsOnly(FakeRuns.VOCABULARY));
  }

  private void failAfterTheFirstRun() {
    runs.setBeforeRun(
        _ -> {
          if (++begun > 1) {
            throw new InferenceException("there is not enough memory.");
          }
        });
  }

  @Test
  void anEncodersFolderIsRefusedWhenItsProofCannotBeFinished() {
    failAfterTheFirstRun();

    var refusal =
        assertThrows(
            ModelLoadException.class,
            () -> ProofAtOpening.openEncoder(FOLDER, this::loaded, new Cancellation(), () -> {}));

    assertTrue(String.valueOf(refusal.getMessage()).contains("describes an encoder"));
    assertEquals(1, model.timesClosed());
  }

  @Test
  void anyOtherModelIsUsedThen() throws Exception {
    failAfterTheFirstRun();

    ProofAtOpening.open(FOLDER, this::loaded, new Cancellation(), () -> {});

    assertEquals(0, model.timesClosed());
  }
}
