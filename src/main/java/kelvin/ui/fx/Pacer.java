package kelvin.ui.fx;

/// Runs something a little later, so that playing can be followed by eye.
///
/// A new wait replaces the one before.
public interface Pacer {

  void after(double seconds, Runnable action);

  void cancel();
}
