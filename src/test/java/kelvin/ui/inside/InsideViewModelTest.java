package kelvin.ui.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import kelvin.cli.CliRun;
import kelvin.engine.SlicedWork;
import kelvin.engine.inside.ArrayVectors;
import kelvin.engine.inside.Words;
import kelvin.inference.Cancellation;
import kelvin.inference.GradientRuns;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelInside;
import kelvin.inference.inner.TokenVectors;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.text.Vocabulary;
import kelvin.ui.plot.map.MapPicture;
import kelvin.workspace.map.MapTokens;
import org.junit.jupiter.api.Test;

/// Vectors are opened when somebody looks, once for each model, and what is shown belongs to the
/// model and the matrix that are chosen. Otherwise neighbours of another model stand beside a
/// token, or the vectors of a closed model stay in memory.
class InsideViewModelTest {

  private static final Vocabulary VOCABULARY = Words.of(" one", " two", " three", " four");

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Matrix> opened = new ArrayList<>();
  private final List<Matrix> closed = new ArrayList<>();
  private LoadedModel model = withVectors();
  private boolean hasOutput = true;
  private final InsideViewModel inside =
      new InsideViewModel(this::run, waiting::add, Runnable::run, () -> List.of(2, 1));

  private void run(SlicedWork work) {
    work.runSlice(model, new Cancellation());
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private void open() {
    inside.vectors().setVocabulary(VOCABULARY);
    inside.setShown(true);
    work();
  }

  private String message() {
    return inside.vectors().messageProperty().get();
  }

  private List<String> near() {
    return inside.neighbors().foundProperty().get().orElseThrow().byCosine().stream()
        .map(Neighborhood.Near::text)
        .toList();
  }

  @Test
  void nothingIsOpenedUntilSomebodyLooks() {
    inside.vectors().setVocabulary(VOCABULARY);
    inside.setShown(false);
    assertTrue(opened.isEmpty());

    inside.setShown(true);
    assertTrue(message().startsWith("Reading"));
    work();

    assertEquals(List.of(Matrix.INPUT, Matrix.OUTPUT), opened);
    assertEquals("", message());
  }

  @Test
  void leavingBeforeTheVectorsAreOpenStopsTheOpening() {
    inside.vectors().setVocabulary(VOCABULARY);
    inside.setShown(true);
    inside.setShown(false);
    work();

    assertNull(inside.vectors().spacesProperty().get());
    assertEquals(Set.copyOf(opened), Set.copyOf(closed));
  }

  @Test
  void theNeighborsAreThoseOfTheChosenMatrix() {
    open();
    inside.neighbors().look(0);
    work();
    assertEquals("␣two", near().getFirst());

    inside.vectors().matrixProperty().set(Matrix.OUTPUT);
    work();

    assertEquals("␣four", near().getFirst());
    assertFalse(near().contains("␣one"), "the token itself");
  }

  @Test
  void theWayBackLeadsToWhatWasLookedAtBefore() {
    open();
    inside.neighbors().look(0);
    inside.neighbors().typedProperty().set("two - three");
    inside.neighbors().lookAtTyped();
    work();
    assertEquals("␣two − ␣three", inside.neighbors().foundProperty().get().orElseThrow().title());

    inside.neighbors().goBack();
    work();

    assertEquals("␣one", inside.neighbors().foundProperty().get().orElseThrow().title());
    assertFalse(inside.neighbors().hasPastProperty().get());
  }

  @Test
  void anotherModelClosesTheVectorsAndFindsTheTokensOfTheMapByTheirTexts() {
    open();
    inside.map().add(List.of(3));
    work();
    assertEquals(List.of("␣three", "␣two", "␣four"), labels());

    inside.vectors().setVocabulary(Words.of(" four", " three", " five", " six"));
    work();

    assertEquals(List.of(Matrix.INPUT, Matrix.OUTPUT), closed);
    assertEquals(List.of("␣three", "␣four"), labels());
    assertEquals("One chosen token is not in this model.", inside.map().problemProperty().get());
    assertTrue(inside.neighbors().foundProperty().get().isEmpty());
  }

  @Test
  void withoutChosenTokensTheMapShowsTheCandidates() {
    open();
    assertEquals(List.of("␣three", "␣two"), labels());

    inside.map().remove(Set.of(2));
    work();
    assertEquals(List.of("␣two"), labels());
    inside.map().clear();
    work();

    assertEquals(List.of("␣three", "␣two"), labels());
    assertEquals(MapTokens.NONE, inside.map().chosenProperty().get());
  }

  @Test
  void aMatrixThatTheModelDoesNotShowIsExplainedAndTheOtherOneWorks() {
    hasOutput = false;
    open();
    inside.neighbors().look(0);
    inside.vectors().matrixProperty().set(Matrix.OUTPUT);
    work();
    assertEquals("The output matrix is not known.", message());
    assertTrue(inside.neighbors().foundProperty().get().isEmpty());
    assertTrue(inside.map().pictureProperty().get().isEmpty());

    inside.vectors().matrixProperty().set(Matrix.INPUT);
    work();

    assertEquals("", message());
    assertEquals("␣two", near().getFirst());
  }

  @Test
  void aModelThatShowsNothingSaysSo() {
    model = CliRun.model(List.of(0), () -> {}, 0);
    open();

    assertNotNull(inside.vectors().spacesProperty().get());
    assertEquals("This model does not show its inside.", message());
  }

  private List<String> labels() {
    return inside.map().pictureProperty().get().points().stream()
        .map(MapPicture.Point::label)
        .toList();
  }

  private LoadedModel withVectors() {
    var plain = CliRun.model(List.of(0), () -> {}, 0);
    return new LoadedModel(new Shown(plain.model()), plain.tokenizer());
  }

  /// Two matrices that differ.
  private final class Shown implements LanguageModel, ModelInside {

    private final LanguageModel plain;

    Shown(LanguageModel plain) {
      this.plain = plain;
    }

    @Override
    public Optional<ModelInside> inside() {
      return Optional.of(this);
    }

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      throw new AssertionError("the model is not run");
    }

    @Override
    public ModelDescriptor descriptor() {
      return plain.descriptor();
    }

    @Override
    public void close() {
      plain.close();
    }

    @Override
    public long memory() {
      return 0;
    }

    @Override
    public InnerRuns openFeatures() {
      throw new AssertionError("only vectors are asked for");
    }

    @Override
    public InnerRuns openLayers() {
      throw new AssertionError("only vectors are asked for");
    }

    @Override
    public InnerRuns openAttention() {
      throw new AssertionError("only vectors are asked for");
    }

    @Override
    public GradientRuns openGradients() {
      throw new AssertionError("only vectors are asked for");
    }

    @Override
    public TokenVectors openVectors(Matrix matrix) {
      if (matrix == Matrix.OUTPUT && !hasOutput) {
        throw new InferenceException("The output matrix is not known.");
      }
      opened.add(matrix);
      float near = matrix == Matrix.INPUT ? 1 : 0;
      return new ClosedVectors(
          new ArrayVectors(
              new float[] {1, 0},
              new float[] {near, 0.5f},
              new float[] {0.25f, 1},
              new float[] {1 - near, 0.25f}),
          () -> closed.add(matrix));
    }
  }

  /// Vectors that say when they are closed.
  private record ClosedVectors(TokenVectors real, Runnable onClose) implements TokenVectors {

    @Override
    public int count() {
      return real.count();
    }

    @Override
    public int width() {
      return real.width();
    }

    @Override
    public float[] vector(int tokenId) {
      return real.vector(tokenId);
    }

    @Override
    public double[] products(float[] vector) {
      return real.products(vector);
    }

    @Override
    public double[] squares() {
      return real.squares();
    }

    @Override
    public void close() {
      onClose.run();
    }
  }
}
