package kelvin.ui.distribution;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import kelvin.ui.plot.bars.BarColumn;

/// Makes a menu item for each column of the bars, which shows or hides it.
public final class ColumnItems {

  private ColumnItems() {}

  public static List<MenuItem> of(BarsViewModel bars) {
    return List.of(BarColumn.values()).stream().map(column -> item(bars, column)).toList();
  }

  private static MenuItem item(BarsViewModel bars, BarColumn column) {
    var item = new CheckMenuItem(column.title());
    item.setId("column-" + column.name().toLowerCase(Locale.ROOT));
    bars.columnsProperty().subscribe(now -> item.setSelected(now.contains(column)));
    item.setOnAction(_ -> bars.show(column, item.isSelected()));
    return item;
  }
}
