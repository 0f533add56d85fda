package kelvin.ui.figure;

import java.util.ArrayList;
import java.util.List;
import kelvin.text.MarkupTable;
import kelvin.text.MarkupTable.Column;
import kelvin.text.MarkupTable.Kind;
import kelvin.ui.control.Numbers;

/// The most probable tokens of an answer as a table that people read, with rounded numbers.
public final class ReadableTable {

  /// The number of tokens that `kelvin next` lists, too.
  private static final int ROWS = 20;

  private ReadableTable() {}

  public static MarkupTable of(FigureData data) {
    var picture = data.picture();
    var distribution = picture.distribution();
    var columns =
        List.of(
            new Column("rank", Kind.NUMBER),
            new Column("token", Kind.CODE),
            new Column("id", Kind.NUMBER),
            new Column(owner(data) + " (τ = 1) %", Kind.NUMBER),
            new Column("at τ %", Kind.NUMBER),
            new Column("final %", Kind.NUMBER));
    var rows = new ArrayList<List<String>>();
    for (int rank = 1; rank <= Math.min(ROWS, picture.count()); rank++) {
      rows.add(
          List.of(
              Integer.toString(rank),
              picture.textAtRank(rank),
              Integer.toString(picture.logits().tokenAtRank(rank)),
              Numbers.percent(distribution.ownProbability(rank)),
              Numbers.percent(distribution.scaled().probability(rank)),
              Numbers.percent(distribution.finalProbability(rank))));
    }
    return new MarkupTable(columns, rows);
  }

  private static String owner(FigureData data) {
    return data.layer().isPresent() ? "layer " + data.layer().getAsInt() : "model";
  }
}
