package kelvin.ui.plot.bars;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Presents the bars to screen readers as a table: a row for each rank of the whole vocabulary,
/// with cells that say what is painted. Rows are made on request, so sighted users pay nothing for
/// them.
final class BarsAccess {

  /// More rows than a screen reader looks at together.
  private static final int MAX_ROWS = 64;

  private final TokenBars bars;
  private final Map<Integer, Row> rows = new LinkedHashMap<>();
  private final Map<BarColumn, Heading> headings = new LinkedHashMap<>();

  BarsAccess(TokenBars bars) {
    this.bars = bars;
  }

  /// Answers a query about the table; null where the attribute is not one of a table.
  ///
  /// @param parameters 0-based indices
  @Nullable Object answer(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ROW_COUNT, ITEM_COUNT -> count();
      case COLUMN_COUNT -> columns().size();
      case ROW_AT_INDEX, ITEM_AT_INDEX -> row(index(parameters, 0) + 1);
      case COLUMN_AT_INDEX -> heading(index(parameters, 0));
      case CELL_AT_ROW_COLUMN -> cell(index(parameters, 0) + 1, index(parameters, 1));
      case FOCUS_ITEM -> row(bars.selectedRankProperty().get());
      case SELECTED_ITEMS -> {
        var selected = row(bars.selectedRankProperty().get());
        yield selected == null
            ? FXCollections.observableArrayList()
            : FXCollections.observableArrayList(selected);
      }
      case MULTIPLE_SELECTION -> false;
      default -> null;
    };
  }

  private static int index(Object[] parameters, int place) {
    return parameters.length > place && parameters[place] instanceof Integer index ? index : -1;
  }

  private int count() {
    var shown = bars.pictureProperty().get();
    return shown == null ? 0 : shown.rows();
  }

  private List<BarColumn> columns() {
    var wanted = bars.columnsProperty().get();
    return BarColumn.ALL.stream().filter(wanted::contains).toList();
  }

  private @Nullable Heading heading(int index) {
    var shown = columns();
    if (index < 0 || index >= shown.size()) {
      return null;
    }
    return headings.computeIfAbsent(shown.get(index), column -> attached(new Heading(column)));
  }

  private @Nullable Row row(int rank) {
    if (rank < 1 || rank > count()) {
      return null;
    }
    if (!rows.containsKey(rank) && rows.size() >= MAX_ROWS) {
      bars.detach(rows.values());
      rows.clear();
    }
    return rows.computeIfAbsent(rank, wanted -> attached(new Row(wanted)));
  }

  private @Nullable Cell cell(int rank, int column) {
    var row = row(rank);
    return row == null || column < 0 || column >= columns().size() ? null : row.cell(column);
  }

  private <T extends Region> T attached(T part) {
    part.setManaged(false);
    part.setMouseTransparent(true);
    bars.attach(part);
    return part;
  }

  /// The name of a column.
  private final class Heading extends Region {

    private final BarColumn column;

    Heading(BarColumn column) {
      this.column = column;
      setAccessibleRole(AccessibleRole.TABLE_COLUMN);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute asked, Object... with) {
      return switch (asked) {
        case TEXT -> column.title();
        case HELP -> column.lesson();
        case INDEX -> columns().indexOf(column);
        default -> super.queryAccessibleAttribute(asked, with);
      };
    }
  }

  /// A row of one token.
  private final class Row extends Region {

    private final int rank;
    private final Map<Integer, Cell> cells = new LinkedHashMap<>();

    Row(int rank) {
      this.rank = rank;
      setAccessibleRole(AccessibleRole.TABLE_ROW);
      place();
    }

    private void place() {
      double top = bars.rowCentre(rank) - BarsPainter.ROW_HEIGHT / 2;
      resizeRelocate(0, top, bars.getWidth(), BarsPainter.ROW_HEIGHT);
    }

    Cell cell(int column) {
      return cells.computeIfAbsent(
          column,
          wanted -> {
            var cell = new Cell(this, wanted);
            getChildren().add(cell);
            return cell;
          });
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute asked, Object... with) {
      var shown = bars.pictureProperty().get();
      return switch (asked) {
        case TEXT -> shown == null ? "" : BarsPainter.describe(shown, rank);
        case INDEX, ROW_INDEX -> rank - 1;
        case SELECTED -> bars.selectedRankProperty().get() == rank;
        case BOUNDS -> {
          place();
          yield super.queryAccessibleAttribute(asked, with);
        }
        default -> super.queryAccessibleAttribute(asked, with);
      };
    }
  }

  /// A number or the text of a token.
  private final class Cell extends Region {

    private final Row row;
    private final int column;

    Cell(Row row, int column) {
      this.row = row;
      this.column = column;
      setManaged(false);
      setAccessibleRole(AccessibleRole.TABLE_CELL);
      resizeRelocate(0, 0, row.getWidth(), row.getHeight());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute asked, Object... with) {
      return switch (asked) {
        case TEXT -> text();
        case ROW_INDEX -> row.rank - 1;
        case COLUMN_INDEX -> column;
        case SELECTED -> bars.selectedRankProperty().get() == row.rank;
        default -> super.queryAccessibleAttribute(asked, with);
      };
    }

    private String text() {
      var shown = bars.pictureProperty().get();
      var columns = columns();
      return shown == null || column >= columns.size() || row.rank > shown.rows()
          ? ""
          : BarTable.number(columns.get(column), shown, row.rank);
    }
  }
}
