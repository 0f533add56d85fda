package kelvin.ui.fx;

/// A pacer that runs a waiting action when the test says so.
public final class FakePacer implements Pacer {

  private Runnable waiting = () -> {};

  @Override
  public void after(double seconds, Runnable action) {
    waiting = action;
  }

  @Override
  public void cancel() {
    waiting = () -> {};
  }

  /// Ends the pause and runs the waiting action.
  public void pass() {
    var action = waiting;
    waiting = () -> {};
    action.run();
  }
}
