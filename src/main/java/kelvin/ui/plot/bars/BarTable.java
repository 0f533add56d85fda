package kelvin.ui.plot.bars;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.display.BarScale;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.KnownWords;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.placement.TextSize;
import org.jspecify.annotations.Nullable;

/// The visible rows with all their texts and lengths, made once for each change.
///
/// @param rows from top to bottom
/// @param cutAfter the row below which nothing is kept, 0-based; −1 for none
/// @param tails the tokens without a row, the kept ones first
/// @param legend the marks in use
record BarTable(
    BarColumns columns,
    List<BarRow> rows,
    int cutAfter,
    List<Tail> tails,
    List<BarLegend.Mark> legend) {

  /// A final probability that exceeds the bar by no more than this share counts as equal to it.
  private static final double SAME = 1e-9;

  /// A group of tokens without a row.
  ///
  /// @param share of a full bar; a bar of more than 1 is drawn broken
  record Tail(String words, String percent, double share, Ink ink) {}

  /// The input that the rows are made from.
  ///
  /// @param ghost the pinned distribution; null for none
  record Content(
      DistributionPicture picture,
      BarScale scale,
      Set<BarColumn> columns,
      @Nullable Ghost ghost,
      TokenFacts facts) {}

  /// Facts about a token besides its text.
  interface TokenFacts {
    boolean isSpecial(int tokenId);
  }

  /// @param firstRank the rank of the topmost row
  /// @param room the greatest number of rows
  static BarTable of(Content content, double width, int firstRank, int room) {
    var picture = content.picture();
    var columns = BarColumns.of(width, content.columns(), picture.count());
    int lastRank = Math.min(picture.rows(), firstRank + room - 1);
    double full = fullBar(content, firstRank, lastRank);
    var rows = new ArrayList<BarRow>();
    for (int rank = firstRank; rank <= lastRank; rank++) {
      rows.add(row(content, columns, rank, full));
    }
    int cut = picture.distribution().survivors().last();
    boolean cutShown = picture.isCut() && cut >= firstRank && cut < lastRank;
    return new BarTable(
        columns,
        List.copyOf(rows),
        cutShown ? cut - firstRank : -1,
        tails(content, columns, lastRank, full),
        legend(content));
  }

  private static List<BarLegend.Mark> legend(Content content) {
    var marks = new ArrayList<>(List.of(BarLegend.Mark.FILLED, BarLegend.Mark.OWN));
    var distribution = content.picture().distribution();
    boolean isCut = distribution.keptCount() < content.picture().logits().finiteCount();
    if (isCut && content.picture().isDrawKnown()) {
      marks.add(BarLegend.Mark.LAST);
    }
    if (content.ghost() != null) {
      marks.add(BarLegend.Mark.GHOST);
    }
    return List.copyOf(marks);
  }

  /// The probability that a full bar stands for.
  private static double fullBar(Content content, int firstRank, int lastRank) {
    if (content.scale() != BarScale.LARGEST) {
      return 1;
    }
    var picture = content.picture();
    var distribution = picture.distribution();
    double largest = distribution.scaled().probability(firstRank);
    // A penalty can move a token far down that the model itself finds the most probable, and a cut
    // can remove the first token, which leaves more to the next.
    for (int rank = firstRank; rank <= lastRank; rank++) {
      largest = Math.max(largest, distribution.ownProbability(rank));
      largest = Math.max(largest, distribution.finalProbability(rank));
    }
    return largest > 0 ? largest : 1;
  }

  private static BarRow row(Content content, BarColumns columns, int rank, double full) {
    var picture = content.picture();
    int tokenId = picture.logits().tokenAtRank(rank);
    boolean marked = picture.mark().rank().orElse(0) == rank;
    boolean kept = !picture.isDrawKnown() || picture.distribution().isKept(rank);
    var removedBy = kept ? "" : picture.removal(rank);
    return new BarRow(
        rank,
        tokenId,
        kept,
        content.facts().isSpecial(tokenId),
        TokenLabel.of(picture.textAtRank(rank), PlotRegion.NUMBERS, columns.tokenWidth() - 4),
        numbers(columns, picture, rank),
        TextSize.shortened(
            marked ? "◂ " + picture.mark().word() : removedBy,
            PlotRegion.SMALL_WORDS,
            columns.noteWidth()),
        marked,
        bars(content, rank, full));
  }

  private static Map<BarColumn, String> numbers(
      BarColumns columns, DistributionPicture picture, int rank) {
    var numbers = new EnumMap<BarColumn, String>(BarColumn.class);
    for (var column : BarColumn.values()) {
      if (columns.shows(column) && column != BarColumn.TOKEN) {
        numbers.put(column, number(column, picture, rank));
      }
    }
    return numbers;
  }

  /// The text of a column at a rank.
  static String number(BarColumn column, DistributionPicture picture, int rank) {
    return switch (column) {
      case RANK -> Numbers.count(rank);
      case TOKEN -> picture.textAtRank(rank);
      case ID -> Integer.toString(picture.logits().tokenAtRank(rank));
      case LOGIT -> Numbers.twoDecimals(picture.logits().atRank(rank));
      case PROBABILITY -> KnownWords.percent(picture.ownProbability(rank));
      case SCALED -> KnownWords.percent(picture.scaledProbability(rank));
      case CUMULATIVE ->
          picture.cumulative(rank).isExact()
              ? Numbers.cumulativePercent(picture.cumulative(rank).low())
              : KnownWords.percent(picture.cumulative(rank));
      case FINAL -> KnownWords.percent(picture.finalProbability(rank));
    };
  }

  private static BarRow.Bars bars(Content content, int rank, double full) {
    var picture = content.picture();
    var scale = content.scale();
    // Of a number that is not known, the bar shows what it is at least.
    double filled = picture.scaledProbability(rank).low();
    double last = picture.finalProbability(rank).low();
    boolean hasWhisker = last > filled * (1 + SAME);
    var ghost = content.ghost();
    int tokenId = picture.logits().tokenAtRank(rank);
    return new BarRow.Bars(
        scale.share(filled, full),
        scale.share(picture.ownProbability(rank).low(), full),
        hasWhisker ? scale.share(last, full) : Double.NaN,
        ghost == null ? Double.NaN : scale.share(ghost.probabilityOfToken(tokenId), full));
  }

  /// Groups the tokens without a row: those still kept, and those removed.
  private static List<Tail> tails(Content content, BarColumns columns, int lastRank, double full) {
    var picture = content.picture();
    var bounds = picture.bounds();
    if (bounds.isPresent()) {
      return TopTails.of(content, columns, lastRank, full, bounds.get());
    }
    var scaled = picture.distribution().scaled();
    int kept = picture.distribution().survivors().last();
    int shown = Math.min(lastRank, kept);
    int moreKept = kept - shown;
    double keptMass = moreKept == 0 ? 0 : scaled.tailMass(shown) - scaled.tailMass(kept);
    int removedFrom = Math.max(lastRank, kept);
    int moreRemoved = picture.count() - removedFrom;
    double removedMass = moreRemoved == 0 ? 0 : scaled.tailMass(removedFrom);
    var scale = content.scale();
    return List.of(
        tail(
            columns,
            moreKept == 0
                ? List.of("No other tokens kept", "no more kept")
                : List.of("+ " + Numbers.count(moreKept) + " kept", "+ " + Numbers.count(moreKept)),
            Numbers.percent(keptMass),
            scale.share(keptMass, full),
            Ink.TAIL),
        tail(
            columns,
            moreRemoved == 0
                ? List.of(none(picture))
                : List.of(
                    "+ " + Numbers.count(moreRemoved) + fate(picture),
                    "+ " + Numbers.count(moreRemoved)),
            Numbers.percent(removedMass),
            scale.share(removedMass, full),
            Ink.REMOVED));
  }

  /// @param words the longest form first
  static Tail tail(BarColumns columns, List<String> words, String percent, double share, Ink ink) {
    double room = columns.roomForWords(TextSize.width(percent, PlotRegion.NUMBERS));
    return new Tail(TextSize.fitting(words, PlotRegion.WORDS, room), percent, share, ink);
  }

  private static String none(DistributionPicture picture) {
    return kept(picture) < picture.count() ? "no more removed" : "none removed";
  }

  private static int kept(DistributionPicture picture) {
    return picture.distribution().survivors().last();
  }

  /// A logit of −∞ comes from the model, not from a stage.
  private static String fate(DistributionPicture picture) {
    return picture.isCut() ? " removed" : " impossible";
  }
}
