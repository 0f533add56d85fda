package kelvin.ui.path.figure;

import java.util.List;
import java.util.Locale;
import kelvin.text.MarkupTable;
import kelvin.text.MarkupTable.Column;
import kelvin.text.MarkupTable.Kind;
import kelvin.ui.control.Numbers;
import kelvin.workspace.paths.PathNode;

/// The steps of a path as a table that people read, with rounded numbers.
public final class StepTable {

  private StepTable() {}

  public static MarkupTable of(PathNode end) {
    return new MarkupTable(
        List.of(
            new Column("step", Kind.NUMBER),
            new Column("token", Kind.CODE),
            new Column("id", Kind.NUMBER),
            new Column("model (τ = 1) %", Kind.NUMBER),
            new Column("rank", Kind.NUMBER),
            new Column("drawn with %", Kind.NUMBER),
            new Column("u", Kind.NUMBER)),
        end.path().stream().map(StepTable::row).toList());
  }

  private static List<String> row(PathNode node) {
    var token = node.token();
    double u = token.draw().u();
    return List.of(
        Integer.toString(node.depth()),
        token.text(),
        Integer.toString(node.id()),
        Numbers.percent(StrictMath.exp(token.own().logProbability())),
        Integer.toString(token.own().rank()),
        Numbers.percent(token.draw().finalProbability()),
        token.forced() ? "taken" : Double.isNaN(u) ? "–" : String.format(Locale.ROOT, "%.4f", u));
  }
}
