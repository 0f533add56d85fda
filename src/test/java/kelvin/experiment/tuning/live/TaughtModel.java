package kelvin.experiment.tuning.live;

import java.util.Optional;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.tuning.BigramRuns;
import kelvin.inference.Cancellation;
import kelvin.inference.GradientRuns;
import kelvin.inference.InnerRuns;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelInside;
import kelvin.inference.TrainingRuns;
import kelvin.inference.inner.TokenVectors;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.WeightChoice;

/// A model whose copy for training is given, and which shows nothing else of its inside.
///
/// @param copy trained by whoever opens a training
record TaughtModel(BigramRuns copy) implements LanguageModel, ModelInside {

  LoadedModel loaded() {
    return new LoadedModel(this, FakeTokenizer.withoutStartToken());
  }

  @Override
  public Optional<ModelInside> inside() {
    return Optional.of(this);
  }

  @Override
  public TrainingRuns openTraining(WeightChoice choice, TrainingGoal goal) {
    return copy;
  }

  @Override
  public long memory() {
    return 1;
  }

  @Override
  public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
    throw new AssertionError("the model that plays is not run by a training");
  }

  @Override
  public ModelDescriptor descriptor() {
    return copy.model().descriptor();
  }

  @Override
  public InnerRuns openFeatures() {
    throw new UnsupportedOperationException();
  }

  @Override
  public InnerRuns openLayers() {
    throw new UnsupportedOperationException();
  }

  @Override
  public InnerRuns openAttention() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TokenVectors openVectors(TokenVectors.Matrix matrix) {
    throw new UnsupportedOperationException();
  }

  @Override
  public GradientRuns openGradients() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
