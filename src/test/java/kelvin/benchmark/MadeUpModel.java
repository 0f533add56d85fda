package kelvin.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import kelvin.distribution.Logits;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.ModelEvent;
import kelvin.engine.Prediction;
import kelvin.engine.PredictionRequest;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.text.Span;
import kelvin.text.Vocabulary;

/// Answers at once, with the same Gaussian logits over a large vocabulary after every context.
final class MadeUpModel {

  private static final int VOCABULARY_SIZE = 151_936;

  private final Logits logits = random();

  /// The tokens of the longest context so far.
  private final List<ContextToken> tokens = new ArrayList<>();

  private static Logits random() {
    var random = new Random(42);
    var values = new float[VOCABULARY_SIZE];
    for (int id = 0; id < values.length; id++) {
      values[id] = (float) (2.5 * random.nextGaussian());
    }
    return Logits.owning(values);
  }

  ModelEvent.Opened opened() {
    return new ModelEvent.Opened(descriptor(), vocabulary());
  }

  private static Vocabulary vocabulary() {
    var pieces = new byte[VOCABULARY_SIZE][];
    for (int id = 0; id < pieces.length; id++) {
      pieces[id] = text(id).getBytes(StandardCharsets.UTF_8);
    }
    return new Vocabulary(pieces, new BitSet());
  }

  /// The prediction after a context, which is at least as long as all before it.
  Prediction answer(PredictionRequest request) {
    var ids = request.generated();
    if (tokens.isEmpty()) {
      tokens.add(
          new ContextToken(
              0,
              1,
              "Once",
              "Once",
              false,
              Origin.PROMPT,
              Optional.of(new Span(0, 4)),
              Optional.empty()));
    }
    while (tokens.size() <= ids.size()) {
      int id = ids.get(tokens.size() - 1);
      var text = text(id);
      tokens.add(
          new ContextToken(
              tokens.size(),
              id,
              text,
              text,
              false,
              Origin.GENERATED,
              Optional.empty(),
              Optional.of(new TokenScore(-8, 100, 9))));
    }
    return new Prediction(request, tokens.subList(0, ids.size() + 1), ids.size(), logits, 0.001);
  }

  private static String text(int id) {
    return (id % 2 == 0 ? " t" : "t") + id;
  }

  private static ModelDescriptor descriptor() {
    return new ModelDescriptor(
        "a wide model",
        Path.of("model"),
        Optional.empty(),
        List.of(),
        "float32",
        1,
        List.of(),
        List.of(),
        CacheKind.NONE,
        VOCABULARY_SIZE,
        OptionalInt.empty(),
        List.of(),
        List.of(),
        3,
        List.of());
  }
}
