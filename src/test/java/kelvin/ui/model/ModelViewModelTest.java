package kelvin.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.engine.ModelEvent;
import kelvin.inference.LoadPhase;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

class ModelViewModelTest {

  private static final Path FOLDER = Path.of("models", "tiny");

  private final ModelViewModel viewModel = new ModelViewModel();

  @Test
  void saysWhichPhaseTheOpeningHasReached() {
    viewModel.show(new ModelEvent.Loading(FOLDER));
    assertEquals("opening tiny …", viewModel.factsProperty().get());

    viewModel.show(new ModelEvent.Progress(FOLDER, LoadPhase.WEIGHTS));

    assertEquals("opening tiny: loading weights …", viewModel.factsProperty().get());
    assertTrue(viewModel.loadingProperty().get());
  }

  @Test
  void showsTheOpenModelAgainWhenTheOpeningOfAnotherIsStopped() {
    viewModel.show(new ModelEvent.Opened(descriptor(), Vocabulary.ofIds(3)));
    var facts = viewModel.factsProperty().get();
    viewModel.show(new ModelEvent.Progress(FOLDER, LoadPhase.TRIAL));

    viewModel.show(new ModelEvent.Stopped(FOLDER));

    assertEquals(facts, viewModel.factsProperty().get());
    assertFalse(viewModel.loadingProperty().get());
    assertEquals("", viewModel.problemProperty().get());
  }

  @Test
  void asksForTheEndOfAnOpening() {
    var asked = new ArrayList<String>();
    viewModel.setOnStop(() -> asked.add("stop"));

    viewModel.stopOpening();

    assertEquals(List.of("stop"), asked);
  }

  private static ModelDescriptor descriptor() {
    return new ModelDescriptor(
        "open",
        Path.of("open"),
        Optional.empty(),
        List.of(),
        "float32",
        1_500_000,
        List.of(),
        List.of(),
        ModelDescriptor.CacheKind.NONE,
        3,
        OptionalInt.empty(),
        List.of(),
        List.of(),
        3,
        List.of());
  }
}
