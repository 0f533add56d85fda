package kelvin.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kelvin.inference.Cancellation;
import kelvin.inference.GradientRuns;
import kelvin.inference.InnerRuns;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelInside;
import kelvin.inference.inner.InnerRow;
import kelvin.inference.inner.TokenGradient;
import kelvin.inference.inner.TokenVectors;

/// A model that shows its inside: its features are the last id and numbers below it. The vector of
/// a token is as long as its id; even ids point one way and odd ids another.
///
/// @param difference between the logits of a second copy and those that play
/// @param memory of a second copy, in bytes
public record FakeInside(LanguageModel model, float difference, long memory)
    implements LanguageModel, ModelInside {

  public static final int WIDTH = 3;
  private static final long LITTLE = 7_000_000;

  public FakeInside(LanguageModel model, float difference) {
    this(model, difference, LITTLE);
  }

  @Override
  public Optional<ModelInside> inside() {
    return Optional.of(this);
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    model.run(tokenIds, firstPosition, sink, cancellation);
  }

  @Override
  public ModelDescriptor descriptor() {
    return model.descriptor();
  }

  @Override
  public void close() {
    model.close();
  }

  @Override
  public InnerRuns openFeatures() {
    return runs(
        (ids, _) -> {
          int last = ids[ids.length - 1];
          return List.of(new float[] {last, last - 1, last - 2});
        });
  }

  /// Two layers of two heads. The first head sees all tokens alike, the second only the first one.
  @Override
  public InnerRuns openAttention() {
    return runs(
        (ids, _) -> {
          var weights = new float[2 * ids.length];
          Arrays.fill(weights, 0, ids.length, 1f / ids.length);
          weights[ids.length] = 1;
          return List.of(weights, weights);
        });
  }

  /// Two layers: one that prefers what the model avoids, and the model's own logits.
  @Override
  public InnerRuns openLayers() {
    return runs((_, logits) -> List.of(turned(logits), logits.clone()));
  }

  private static float[] turned(float[] logits) {
    var turned = new float[logits.length];
    for (int id = 0; id < logits.length; id++) {
      turned[id] = Float.isFinite(logits[id]) ? -logits[id] : logits[id];
    }
    return turned;
  }

  private InnerRuns runs(BiFunction<int[], float[], List<float[]>> values) {
    return new InnerRuns() {
      @Override
      public InnerRow run(int[] tokenIds, Cancellation cancellation) {
        var logits = new float[descriptor().logitCount()];
        model.run(
            tokenIds,
            tokenIds.length - 1,
            (_, row) -> System.arraycopy(row, 0, logits, 0, row.length),
            cancellation);
        logits[1] += difference;
        return new InnerRow(values.apply(tokenIds, logits), logits);
      }

      @Override
      public void close() {}
    };
  }

  /// The gradient is as long as a token's id, the vector of each is 1, and −1 for odd ids.
  @Override
  public GradientRuns openGradients() {
    return new GradientRuns() {
      @Override
      public TokenGradient run(int[] tokenIds, int token, Cancellation cancellation) {
        var gradients = new float[tokenIds.length];
        var vectors = new float[tokenIds.length];
        for (int t = 0; t < tokenIds.length; t++) {
          gradients[t] = tokenIds[t];
          vectors[t] = tokenIds[t] % 2 == 0 ? 1 : -1;
        }
        try (var features = openFeatures()) {
          return new TokenGradient(
              gradients, vectors, features.run(tokenIds, cancellation).logits());
        }
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public TokenVectors openVectors(TokenVectors.Matrix matrix) {
    return new TokenVectors() {
      @Override
      public int count() {
        return descriptor().logitCount();
      }

      @Override
      public int width() {
        return 2;
      }

      @Override
      public float[] vector(int tokenId) {
        return tokenId % 2 == 0
            ? new float[] {tokenId, 0}
            : new float[] {0.5f * tokenId, 0.75f * tokenId};
      }

      @Override
      public double[] products(float[] vector) {
        var products = new double[count()];
        for (int id = 0; id < products.length; id++) {
          var other = vector(id);
          products[id] = (double) other[0] * vector[0] + (double) other[1] * vector[1];
        }
        return products;
      }

      @Override
      public double[] squares() {
        var squares = new double[count()];
        for (int id = 0; id < squares.length; id++) {
          var other = vector(id);
          squares[id] = (double) other[0] * other[0] + (double) other[1] * other[1];
        }
        return squares;
      }

      @Override
      public void close() {}
    };
  }

  /// Runs a command on it.
  static CliRun.Outcome run(String... arguments) {
    return run(0, arguments);
  }

  /// @param difference between the logits of the second copy and those that play
  static CliRun.Outcome run(float difference, String... arguments) {
    return new CliRun().models((_, _) -> loaded(difference)).run(arguments);
  }

  /// A model whose second copy takes so many bytes.
  static LoadedModel taking(long memory) {
    var plain = CliRun.model(List.of(0), () -> {}, 0);
    return new LoadedModel(new FakeInside(plain.model(), 0, memory), plain.tokenizer());
  }

  public static LoadedModel loaded(float difference) {
    var plain = CliRun.model(List.of(0), () -> {}, 0);
    return new LoadedModel(new FakeInside(plain.model(), difference), plain.tokenizer());
  }
}
