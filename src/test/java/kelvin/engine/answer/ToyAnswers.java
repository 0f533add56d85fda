package kelvin.engine.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kelvin.engine.FakeLanguageModel;
import kelvin.inference.EncodedToken;
import kelvin.inference.LoadedModel;
import kelvin.inference.Tokenizer;
import kelvin.text.Vocabulary;

/// A model with a vocabulary of a few tokens, so that every answer can be counted. Token 0 ends a
/// text.
public final class ToyAnswers {

  public static final List<Integer> CONTEXT = List.of(1, 2);

  private final FakeLanguageModel model;
  private final List<byte[]> pieces = new ArrayList<>();

  /// @param tokens the texts of the tokens from id 1 on; `C3` and `A9` are single bytes
  public ToyAnswers(String... tokens) {
    pieces.add("<|endoftext|>".getBytes(StandardCharsets.UTF_8));
    for (var token : tokens) {
      pieces.add(
          switch (token) {
            case "C3" -> new byte[] {(byte) 0xC3};
            case "A9" -> new byte[] {(byte) 0xA9};
            default -> token.getBytes(StandardCharsets.UTF_8);
          });
    }
    model = new FakeLanguageModel(pieces.size());
  }

  public FakeLanguageModel model() {
    return model;
  }

  public LoadedModel loaded() {
    var special = new BitSet();
    special.set(0);
    return new LoadedModel(
        model, new NoText(new Vocabulary(pieces.toArray(byte[][]::new), special)));
  }

  /// The probabilities after the context and a path, in the plainest way.
  public double[] probabilities(List<Integer> path) {
    var ids = new ArrayList<>(CONTEXT);
    ids.addAll(path);
    var logits = model.logitsAfter(ids.stream().mapToInt(Integer::intValue).toArray());
    var weights = new double[logits.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(logits[i]);
    }
    double total = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / total).toArray();
  }

  /// The joint probability of a path.
  public double probability(List<Integer> path) {
    double joint = 1;
    for (int i = 0; i < path.size(); i++) {
      joint *= probabilities(path.subList(0, i))[path.get(i)];
    }
    return joint;
  }

  /// Looks at every path of up to `tokens` tokens. Returns the probability of each complete
  /// answer.
  Map<String, Double> allAnswers(String stop, int tokens) {
    var answers = new TreeMap<String, Double>();
    collect(List.of(), 1, new Search(stop, tokens, answers));
    return answers;
  }

  private record Search(String stop, int tokens, Map<String, Double> answers) {}

  private void collect(List<Integer> path, double probability, Search search) {
    var after = probabilities(path);
    for (int id = 0; id < after.length; id++) {
      double joint = probability * after[id];
      var longer = new ArrayList<>(path);
      longer.add(id);
      var text = text(id == 0 ? path : longer);
      int stop = text.indexOf(search.stop());
      if (id == 0 || stop >= 0) {
        search.answers().merge(stop < 0 ? text : text.substring(0, stop), joint, Double::sum);
      } else if (longer.size() < search.tokens()) {
        collect(longer, joint, search);
      }
    }
  }

  private String text(List<Integer> path) {
    var bytes = new ByteArrayOutputStream();
    path.forEach(id -> bytes.writeBytes(pieces.get(id)));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private record NoText(Vocabulary vocabulary) implements Tokenizer {

    @Override
    public List<EncodedToken> encode(String text) {
      return List.of();
    }

    @Override
    public List<Integer> startTokens() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
