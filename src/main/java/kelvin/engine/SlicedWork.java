package kelvin.engine;

import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Work on the model that can wait. It runs in slices between the answers to requests.
///
/// All methods except `isCancelled` are called on the inference thread.
public interface SlicedWork {

  /// Runs the next slice.
  ///
  /// @param pause cancelled when a request needs the thread; a slice that ends with
  ///     `CancelledException` is run again
  /// @return whether there is more to do
  boolean runSlice(LoadedModel model, Cancellation pause);

  /// Returns whether the work waits until no request has arrived for a moment, because its slices
  /// remove what the model keeps of the last context.
  default boolean waitsForIdle() {
    return false;
  }

  /// Returns whether the work was cancelled; may be called from any thread.
  boolean isCancelled();

  /// Ends the work because it cannot continue.
  ///
  /// @param reason a sentence for the user
  void fail(String reason);
}
