package kelvin.ui.fx;

/// A pacer for tests: what waits runs when the test says so.
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

  /// The pause is over.
  public void pass() {
    var action = waiting;
    waiting = () -> {};
    action.run();
  }
}
