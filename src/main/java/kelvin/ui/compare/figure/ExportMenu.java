package kelvin.ui.compare.figure;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import kelvin.ui.figure.FigureFormat;

/// The menu that saves a comparison or copies its command.
public final class ExportMenu extends MenuButton {

  /// What the items do.
  public interface Actions {

    /// Asks for a file and saves what is shown.
    void export(FigureFormat format);

    /// Copies the command that gives the same numbers.
    void copyCommand();
  }

  /// @param formats that can be saved
  /// @param isThere whether there is something to save
  public ExportMenu(
      String id,
      String lesson,
      List<FigureFormat> formats,
      ObservableValue<Boolean> isThere,
      Actions actions) {
    super("Export");
    setId(id);
    getStyleClass().add("quiet-menu");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(lesson));
    for (var format : formats) {
      var item = new MenuItem(format.label() + " …");
      item.setId(id + format.ending().replace('.', '-'));
      item.setOnAction(_ -> actions.export(format));
      getItems().add(item);
    }
    var copy = new MenuItem("Copy as kelvin command");
    copy.setId(id + "-command");
    copy.setOnAction(_ -> actions.copyCommand());
    getItems().add(copy);
    disableProperty().bind(isThere.map(there -> !there));
  }
}
