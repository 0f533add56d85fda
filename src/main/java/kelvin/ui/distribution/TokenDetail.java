package kelvin.ui.distribution;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.distribution.Interval;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.KnownWords;
import org.jspecify.annotations.Nullable;

/// The details of one token of the visible distribution, as text.
///
/// @param text with white space and control characters made visible
/// @param kind `special`, `padding`, `part of a character`, or empty for text
/// @param facts names and values; the surprisal is that at τ
/// @param formula its softmax with the current numbers
/// @param result what the formula gives
/// @param shortFate `kept`, or the stage that removed the token and by how much it missed the bound
/// @param fate `kept`, or the reason for the removal and by how much the token missed the bound
public record TokenDetail(
    int rank,
    String text,
    String kind,
    List<Fact> facts,
    String formula,
    String result,
    String shortFate,
    String fate) {

  private static final int MAX_BYTES = 12;

  /// A number with its name.
  public record Fact(String name, String value) {}

  public TokenDetail {
    facts = List.copyOf(facts);
  }

  /// @param vocabulary null where only the texts are known
  public static TokenDetail of(
      DistributionPicture picture, int rank, @Nullable Vocabulary vocabulary) {
    var scaled = picture.distribution().scaled();
    int id = picture.logits().tokenAtRank(rank);
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("rank", Numbers.count(rank)));
    facts.add(new Fact("id", Integer.toString(id)));
    facts.add(new Fact("logit", Numbers.twoDecimals(picture.logits().atRank(rank))));
    facts.add(new Fact("model %", KnownWords.percent(picture.ownProbability(rank))));
    facts.add(new Fact("at τ %", KnownWords.percent(picture.scaledProbability(rank))));
    facts.add(new Fact("cumul. %", cumulative(picture.cumulative(rank))));
    facts.add(new Fact("final %", KnownWords.percent(picture.finalProbability(rank))));
    boolean isExact = picture.scaledProbability(rank).isExact();
    facts.add(
        new Fact(
            "surprisal",
            isExact
                ? Numbers.information(-scaled.logProbability(rank), picture.unit())
                : KnownWords.UNKNOWN));
    if (vocabulary != null && !vocabulary.isPadding(id)) {
      facts.add(new Fact("bytes", bytes(vocabulary.bytes(id))));
    }
    return new TokenDetail(
        rank,
        picture.textAtRank(rank),
        kind(id, vocabulary),
        facts,
        isExact ? SoftmaxFormula.of(scaled, rank) : between(picture.scaledProbability(rank)),
        isExact ? SoftmaxFormula.result(scaled, rank) : between(picture.scaledProbability(rank)),
        picture.shortFate(rank),
        picture.fate(rank));
  }

  private static String between(Interval p) {
    return Numbers.percent(p.low()) + " % to " + Numbers.percent(p.high()) + " %";
  }

  private static String cumulative(Interval mass) {
    return mass.isExact() ? Numbers.cumulativePercent(mass.low()) : KnownWords.percent(mass);
  }

  private static String bytes(byte[] bytes) {
    int shown = Math.min(MAX_BYTES, bytes.length);
    var hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, shown);
    return shown < bytes.length ? hex + " … (" + bytes.length + ")" : hex;
  }

  private static String kind(int id, @Nullable Vocabulary vocabulary) {
    if (vocabulary == null) {
      return "";
    }
    if (vocabulary.isPadding(id)) {
      return "padding";
    }
    if (vocabulary.isSpecial(id)) {
      return "special";
    }
    return vocabulary.wholeText(id).isPresent() ? "" : "part of a character";
  }

  /// All details in a few lines.
  public String sentence() {
    return text
        + (kind.isEmpty() ? "" : "  (" + kind + ")")
        + "\n"
        + facts.stream()
            .map(fact -> fact.name() + " " + fact.value())
            .collect(Collectors.joining("  ·  "))
        + "\np = "
        + formula
        + "\n"
        + fate;
  }
}
