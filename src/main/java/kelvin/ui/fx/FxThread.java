package kelvin.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The FX thread as an executor, so that whoever needs it can be given another one in a test.
public final class FxThread implements Executor {

  @Override
  public void execute(Runnable task) {
    Platform.runLater(task);
  }
}
