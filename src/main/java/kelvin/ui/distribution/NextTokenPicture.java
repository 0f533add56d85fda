package kelvin.ui.distribution;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Interval;
import kelvin.distribution.TopBounds;
import kelvin.engine.next.NextToken;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.KnownWords;
import kelvin.ui.plot.Mark;

/// Describes the visible distribution and its marked token in words.
public record NextTokenPicture(NextToken next, Vocabulary vocabulary) {

  private static final int HEADING_CHARACTERS = 18;

  /// A mark and the sentence about it.
  public record MarkedToken(Mark mark, String sentence) {}

  /// The last words before the token in question, with white space made visible.
  public String heading() {
    var prediction = next.prediction();
    var before = new StringBuilder();
    int at = prediction.position();
    // A start token would only be seen in pieces.
    while (at >= 0
        && before.length() < HEADING_CHARACTERS
        && (before.isEmpty() || !prediction.tokens().get(at).special())) {
      before.insert(0, prediction.tokens().get(at).visibleText());
      at--;
    }
    boolean cut = at >= 0 && !prediction.tokens().get(at).special();
    int from = Math.max(0, before.length() - HEADING_CHARACTERS);
    return "after “" + (cut || from > 0 ? "…" : "") + before.substring(from) + "”";
  }

  /// The token that the next step will draw. It is known beforehand, because u depends only on seed
  /// and step.
  public MarkedToken nextDraw(DrawMode mode, long seed, int step) {
    var draw = mode.draw(next.distribution(), seed, step);
    var token = vocabulary.visibleText(draw.tokenId());
    var rank = Numbers.count(draw.rank());
    var sentence =
        switch (mode) {
          case GREEDY -> "Greedy takes “" + token + "”, rank " + rank + ".";
          case GUMBEL ->
              String.format(
                  Locale.ROOT, "Noise %.2f makes “%s” win, rank %s.", draw.noise(), token, rank);
          case INVERSE_CDF ->
              String.format(
                  Locale.ROOT,
                  "The random number %.3f selects “%s”, rank %s.",
                  draw.u(),
                  token,
                  rank);
        };
    var u = Double.isNaN(draw.u()) ? OptionalDouble.empty() : OptionalDouble.of(draw.u());
    return new MarkedToken(new Mark(OptionalInt.of(draw.rank()), "next", u), sentence);
  }

  /// The token at this position of the text.
  public MarkedToken standingToken() {
    var token = next.prediction().tokens().get(next.position());
    int rank = next.prediction().logits().rankOf(token.id());
    var bounds = TopBounds.of(next.distribution());
    if (bounds.isPresent() && !bounds.get().isKnown(rank)) {
      var most = Numbers.percent(bounds.get().scaled(rank).high());
      return new MarkedToken(
          Mark.NONE,
          "The text continues with “%s”, which the server does not list: at most %s %% at τ."
              .formatted(token.visibleText(), most));
    }
    var probability =
        bounds
            .map(known -> known.scaled(rank))
            .orElseGet(() -> Interval.exactly(next.distribution().scaled().probability(rank)));
    var sentence =
        String.format(
            Locale.ROOT,
            "The text continues with “%s”: rank %s, %s %% at τ.",
            token.visibleText(),
            Numbers.count(rank),
            KnownWords.percent(probability));
    return new MarkedToken(
        new Mark(OptionalInt.of(rank), "here", OptionalDouble.empty()), sentence);
  }
}
