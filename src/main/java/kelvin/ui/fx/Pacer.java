package kelvin.ui.fx;

/// Runs an action after a short wait, so that the eye can follow playing.
///
/// A new wait replaces the previous one.
public interface Pacer {

  void after(double seconds, Runnable action);

  void cancel();
}
