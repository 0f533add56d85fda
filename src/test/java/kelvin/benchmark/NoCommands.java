package kelvin.benchmark;

import java.time.Clock;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.PromptHistoryViewModel;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.shell.Commands;
import kelvin.ui.shell.Exports;
import kelvin.ui.shell.LabExports;

/// Commands of a window whose menus are not measured.
final class NoCommands implements Commands {

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

  @Override
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  @Override
  public DoubleProperty zoomProperty() {
    return new SimpleDoubleProperty(1);
  }

  @Override
  public void fillScreen(boolean wanted) {}

  @Override
  public void export(View view) {}

  @Override
  public void copyPicture(View view) {}

  @Override
  public void copyAs(CopyForm form) {}

  private static PlaygroundViewModel playground() {
    return new PlaygroundViewModel(
        new AnimationPacer(), Runnable::run, Runnable::run, Runnable::run);
  }

  @Override
  public PromptHistoryViewModel promptHistory() {
    var disk = new SessionDisk(Runnable::run, Runnable::run);
    return new PromptHistoryViewModel(playground(), disk, new AnimationPacer(), Clock.systemUTC());
  }

  @Override
  public void copyNumbers(View view) {}

  @Override
  public LabExports labExports() {
    return LabExports.of(new Exports(playground(), Runnable::run, Runnable::run).others(theme));
  }

  @Override
  public void showAbout() {}

  @Override
  public void quit() {}
}
