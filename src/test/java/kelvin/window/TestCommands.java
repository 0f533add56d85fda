package kelvin.window;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Stage;
import kelvin.ui.figure.FigureView;
import kelvin.ui.lab.SweepExports;
import kelvin.ui.shell.Commands;
import kelvin.ui.shell.Exports;
import kelvin.ui.theme.Theme;

/// What menus of the window under test do.
record TestCommands(
    Exports exports,
    SweepExports sweepExports,
    Stage stage,
    ObjectProperty<Theme> themeProperty,
    DoubleProperty zoomProperty)
    implements Commands {

  @Override
  public void export(FigureView view) {
    exports.export(view, stage, themeProperty.get());
  }

  @Override
  public void copyPicture(FigureView view) {
    exports.copyPicture(view, themeProperty.get());
  }

  @Override
  public void copyNumbers(FigureView view) {
    exports.copyNumbers(view);
  }

  @Override
  public void showAbout() {
    throw new AssertionError("not part of a test");
  }

  @Override
  public void quit() {
    throw new AssertionError("not part of a test");
  }
}
