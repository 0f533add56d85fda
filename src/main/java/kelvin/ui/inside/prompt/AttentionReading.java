package kelvin.ui.inside.prompt;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.engine.Context;
import kelvin.engine.ContextToken;
import kelvin.engine.Prediction;
import kelvin.engine.inside.Attention;
import kelvin.engine.inside.AttentionChoice;
import kelvin.engine.inside.AttentionChoice.Chosen;
import kelvin.engine.inside.AttentionChoice.Part;
import kelvin.experiment.ContextPart;
import kelvin.prompt.FewShotPrompt;
import kelvin.ui.control.Numbers;
import kelvin.ui.text.Shades;
import kelvin.ui.text.TokenShades;

/// The attention behind an answer, as the window shows it.
///
/// @param of the answer whose last position attends to the tokens
record AttentionReading(Prediction of, Attention attention) {

  /// The number that stands for the mean of layers or heads.
  static final int MEAN = 0;

  /// The number of tokens that are named after the first.
  private static final int NAMED = 3;

  private static final String NO_EXPLANATION =
      "Attention says what is mixed, not why the answer is so.";

  /// The chosen row.
  ///
  /// @param layer from 1; `MEAN` for the mean
  /// @param head from 1; `MEAN` for the mean
  Chosen row(int layer, int head, boolean withoutStart) {
    return new AttentionChoice(part(layer), part(head), withoutStart).of(attention).getFirst();
  }

  private static Part part(int number) {
    return number == MEAN ? Part.Whole.MEAN : new Part.One(number);
  }

  /// The number of heads to choose from in a layer, or in all of them.
  int headCount(int layer) {
    return layer == MEAN ? attention.headCount() : attention.headCount(layer);
  }

  private List<ContextToken> tokens() {
    return of.tokens().subList(0, of.position() + 1);
  }

  private String text(int position) {
    return "“" + of.tokens().get(position).visibleText() + "”";
  }

  // Shades

  TokenShades shades(Chosen chosen) {
    var name = name(chosen);
    var weights = chosen.row().weights();
    var shades =
        IntStream.range(0, weights.length)
            .mapToObj(i -> shade(weights[i], i == 0 && isWithoutStart(chosen), name))
            .toList();
    var caption = name + " from " + origin();
    if (isWithoutStart(chosen)) {
      caption += ", without the first token (" + percent(chosen.startShare()) + ")";
    }
    return new TokenShades(shades, Shades.SHARE_TICKS, caption, "weight", false);
  }

  private static TokenShades.Shade shade(double weight, boolean leftOut, String name) {
    return leftOut
        ? new TokenShades.Shade(Double.NaN, Double.NaN, name + ": the first token is left out")
        : new TokenShades.Shade(weight, Shades.ofShare(weight), name + ": " + percent(weight));
  }

  private static boolean isWithoutStart(Chosen chosen) {
    return chosen.row().startShare() != chosen.startShare();
  }

  private static String name(Chosen chosen) {
    var layer =
        chosen.layer().isPresent() ? "layer " + chosen.layer().getAsInt() : "mean of layers";
    var head = chosen.head().isPresent() ? "head " + chosen.head().getAsInt() : "mean of heads";
    return "attention, " + layer + ", " + head;
  }

  // Words

  /// The position that attends, and the token that it predicts if that stands in the text.
  private String origin() {
    int next = of.position() + 1;
    return text(of.position())
        + (next < of.tokens().size() ? ", which predicts " + text(next) : "");
  }

  /// Says which tokens have the most weight, and that this does not say why.
  String sentence(Chosen chosen) {
    if (chosen.row().weights().length == 1) {
      return "There is one token, which can only attend to itself.";
    }
    var sentence = new StringBuilder("From " + origin() + ": ");
    sentence.append(percent(chosen.startShare())).append(" on the first token");
    sentence.append(isWithoutStart(chosen) ? ", which is left out; of the rest " : ", then ");
    sentence.append(most(chosen.row().weights())).append(". ").append(NO_EXPLANATION);
    if (!attention.sumsToOne()) {
      sentence.append(" Weights differ from a sum of 1 by up to ");
      sentence.append(Numbers.threeDigits(attention.sumError())).append(".");
    }
    if (attention.logitsDifference() != 0) {
      sentence.append(
          String.format(
              Locale.ROOT,
              " The copy’s logits differ by up to %.1e.",
              attention.logitsDifference()));
    }
    return sentence.toString();
  }

  private String most(double[] weights) {
    return IntStream.range(1, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -weights[i]))
        .limit(NAMED)
        .map(i -> text(i) + " " + percent(weights[i]))
        .collect(Collectors.joining(", "));
  }

  private static String percent(double weight) {
    return Numbers.threeDigits(100 * weight) + " %";
  }

  // Few-shot prompts

  /// The weight of each example of the prompt, by its place in the list of examples, 0-based.
  ///
  /// @param prompt whose text was answered
  Map<Integer, Double> byExample(FewShotPrompt prompt, Chosen chosen) {
    var places = prompt.usedPlaces();
    var shares = new HashMap<Integer, Double>();
    for (var part : ContextPart.of(prompt, Context.ofTokens(tokens()))) {
      if (part.kind() == ContextPart.Kind.EXAMPLE) {
        var positions = part.positions();
        shares.put(
            places.get(part.example() - 1), chosen.row().sum(positions.from(), positions.to()));
      }
    }
    return shares;
  }
}
