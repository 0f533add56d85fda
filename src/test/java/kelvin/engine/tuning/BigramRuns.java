package kelvin.engine.tuning;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import kelvin.engine.FakeLanguageModel;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainedWeight.Part;
import kelvin.inference.training.TrainingText;

/// A model whose logits after a token are a row of its only matrix.
public final class BigramRuns implements TrainingRuns {

  static final int TOKENS = 6;

  private final int tokens;
  private final TrainedWeight matrix;
  private Runnable beforeGradients = () -> {};
  private boolean closed;

  /// True if the gradient is no number from now on.
  boolean broken;

  BigramRuns(long seed) {
    this(TOKENS, seed);
  }

  /// @param tokens the number of tokens
  public BigramRuns(int tokens, long seed) {
    this.tokens = tokens;
    var random = new Random(seed);
    var values = FloatBuffer.allocate(tokens * tokens);
    for (int i = 0; i < values.capacity(); i++) {
      values.put(i, (float) random.nextGaussian());
    }
    matrix =
        new TrainedWeight(
            "matrix",
            "MatMul in layer 0",
            List.of((long) tokens, (long) tokens),
            values,
            FloatBuffer.allocate(values.capacity()),
            Part.MODEL);
  }

  /// Runs an action before each computation of gradients.
  public void beforeGradients(Runnable action) {
    beforeGradients = action;
  }

  public boolean isClosed() {
    return closed;
  }

  public float[] values() {
    var values = new float[matrix.size()];
    matrix.values().get(0, values);
    return values;
  }

  @Override
  public List<TrainedWeight> weights() {
    return List.of(matrix);
  }

  @Override
  public boolean takesBatches() {
    return true;
  }

  @Override
  public double[] gradients(List<TrainingText> texts, double share, Cancellation cancellation) {
    beforeGradients.run();
    cancellation.throwIfCancelled();
    var gradient = matrix.gradient();
    for (int i = 0; i < gradient.capacity(); i++) {
      gradient.put(i, broken ? Float.NaN : 0);
    }
    for (var text : texts) {
      for (int t = text.first() + 1; t < text.length(); t++) {
        int row = text.ids()[t - 1];
        var shares = shares(row);
        for (int k = 0; k < tokens; k++) {
          double slope = share * (shares[k] - (k == text.ids()[t] ? 1 : 0));
          int at = row * tokens + k;
          gradient.put(at, (float) (gradient.get(at) + slope));
        }
      }
    }
    return losses(texts, cancellation);
  }

  private double[] shares(int row) {
    var shares = new double[tokens];
    double sum = 0;
    for (int k = 0; k < tokens; k++) {
      shares[k] = Math.exp(matrix.values().get(row * tokens + k));
      sum += shares[k];
    }
    for (int k = 0; k < tokens; k++) {
      shares[k] /= sum;
    }
    return shares;
  }

  @Override
  public double[] losses(List<TrainingText> texts, Cancellation cancellation) {
    cancellation.throwIfCancelled();
    return texts.stream().mapToDouble(this::loss).toArray();
  }

  private double loss(TrainingText text) {
    double loss = 0;
    for (int t = text.first() + 1; t < text.length(); t++) {
      loss -= Math.log(shares(text.ids()[t - 1])[text.ids()[t]]);
    }
    return loss;
  }

  @Override
  public List<float[]> features(List<TrainingText> texts, Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void changed() {}

  @Override
  public LanguageModel model() {
    return new LanguageModel() {
      @Override
      public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        for (int position = first; position < ids.length; position++) {
          var row = new float[tokens];
          matrix.values().get(ids[position] * tokens, row);
          sink.accept(position, row);
        }
      }

      @Override
      public ModelDescriptor descriptor() {
        return new FakeLanguageModel(tokens).descriptor();
      }

      @Override
      public void close() {
        throw new AssertionError("it belongs to the training");
      }
    };
  }

  @Override
  public void write(Path copy) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    closed = true;
  }
}
