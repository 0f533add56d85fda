package kelvin.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs tasks on the FX thread; as an executor it can be replaced in tests.
public final class FxThread implements Executor {

  @Override
  public void execute(Runnable task) {
    Platform.runLater(task);
  }
}
