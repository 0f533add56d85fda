package kelvin.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;

/// Foretells the byte after the last one: in the row after `a` the logit of `b` is the greatest,
/// the start token and the padding have −∞, and all else lies on a slope.
final class FakeLanguageModel implements LanguageModel {

  static final int CONTEXT_LENGTH = 32;

  /// Three more than the tokenizer has tokens.
  static final int LOGIT_COUNT = FakeTokenizer.VOCABULARY_SIZE + 3;

  static final float SLOPE = 0.125f;

  private final Runnable beforeRun;
  private final float logitOfIdOne;
  private final int contextLength;

  /// @param logitOfIdOne NaN makes the answer no distribution
  FakeLanguageModel(Runnable beforeRun, float logitOfIdOne) {
    this(beforeRun, logitOfIdOne, CONTEXT_LENGTH);
  }

  FakeLanguageModel(Runnable beforeRun, float logitOfIdOne, int contextLength) {
    this.beforeRun = beforeRun;
    this.logitOfIdOne = logitOfIdOne;
    this.contextLength = contextLength;
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    beforeRun.run();
    cancellation.throwIfCancelled();
    if (tokenIds.length > contextLength) {
      throw new ContextOverflowException(tokenIds.length, contextLength);
    }
    for (int position = firstPosition; position < tokenIds.length; position++) {
      sink.accept(position, row(tokenIds[position]));
    }
  }

  private float[] row(int last) {
    var row = new float[LOGIT_COUNT];
    for (int id = 0; id < LOGIT_COUNT; id++) {
      int distance = Math.floorMod(id - last - 1, FakeTokenizer.VOCABULARY_SIZE);
      boolean impossible = id == 0 || id >= FakeTokenizer.VOCABULARY_SIZE;
      row[id] = impossible ? Float.NEGATIVE_INFINITY : -SLOPE * distance;
    }
    row[1] = Float.isNaN(logitOfIdOne) ? logitOfIdOne : row[1];
    return row;
  }

  @Override
  public ModelDescriptor descriptor() {
    var folder = Path.of("fake-model");
    return new ModelDescriptor(
        "fake-model",
        folder,
        Optional.of("FakeForCausalLM"),
        List.of(
            new ModelDescriptor.ModelFile(folder.resolve("model.onnx"), 1234),
            new ModelDescriptor.ModelFile(folder.toAbsolutePath().resolve("weights"), 5678)),
        "float32",
        1000,
        List.of(new ModelDescriptor.GraphTensor("input_ids", "int64", "[1, n]", "tokens")),
        List.of(new ModelDescriptor.GraphTensor("logits", "float", "[1, n, 260]", "logits")),
        ModelDescriptor.CacheKind.NONE,
        LOGIT_COUNT,
        OptionalInt.of(contextLength),
        List.of(0),
        List.of(new ModelDescriptor.ProbeOutcome("causal", "Is it?", true, 0.5)),
        3,
        List.of("It is only a fake."));
  }

  @Override
  public void close() {}
}
