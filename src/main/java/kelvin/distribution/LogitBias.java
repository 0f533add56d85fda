package kelvin.distribution;

import java.util.List;
import java.util.Map;

/// Adds a number to the logits of chosen tokens. A sequence of tokens changes the logit of its
/// last token when the text ends with the others (the API of OpenAI; `sequence_bias` of Hugging
/// Face Transformers).
///
/// Range: any number except +∞; −∞ forbids the token. Default: none.
public record LogitBias(List<Bias> biases) implements LogitTransform {

  /// @param sequence at least one token id
  /// @param change the number to add
  public record Bias(List<Integer> sequence, double change) {

    public Bias {
      sequence = TokenSequences.checked("logit-bias", sequence);
      Range.check(
          "logit-bias", change, change < Double.POSITIVE_INFINITY, "a number, or −∞ to forbid");
    }
  }

  public LogitBias {
    biases = List.copyOf(biases);
  }

  @Override
  public StageKind kind() {
    return StageKind.LOGIT_BIAS;
  }

  @Override
  public void apply(LogitEdits edits, TokenHistory history) {
    for (var bias : biases) {
      if (TokenSequences.canComplete(bias.sequence, history)) {
        edits.add(bias.sequence.getLast(), bias.change);
      }
    }
  }

  @Override
  public List<Integer> tokenIds() {
    return biases.stream().flatMap(bias -> bias.sequence.stream()).toList();
  }

  static LogitBias read(StageValues values) {
    return new LogitBias(
        values.list("biases").stream().map(element -> bias(values, element)).toList());
  }

  private static Bias bias(StageValues values, Object element) {
    if (!(element instanceof Map<?, ?> bias)) {
      throw values.wrong("biases", "objects with \"ids\" and \"bias\"", element);
    }
    double change =
        switch (bias.get("bias")) {
          case Number given -> given.doubleValue();
          case String text when text.equals("-inf") -> Double.NEGATIVE_INFINITY;
          case null, default -> throw values.wrong("bias", "a number or \"-inf\"", element);
        };
    return bias.get("ids") instanceof List<?> ids
        ? new Bias(values.ids("ids", ids), change)
        : throwNoIds(values, element);
  }

  private static Bias throwNoIds(StageValues values, Object element) {
    throw values.wrong("ids", "a list of token ids", element);
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of(
        "biases",
        biases.stream()
            .map(bias -> Map.of("ids", bias.sequence, "bias", (Object) bias.change))
            .toList());
  }
}
