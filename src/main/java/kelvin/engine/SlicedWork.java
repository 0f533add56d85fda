package kelvin.engine;

import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Work on the model that can wait: it is done in slices, between the answers to requests.
///
/// All methods but `isCancelled` are called on the inference thread.
public interface SlicedWork {

  /// Does the next slice.
  ///
  /// @param pause asks for the thread; a slice that ends by `CancelledException` is done again
  /// @return whether there is more to do
  boolean runSlice(LoadedModel model, Cancellation pause);

  /// Whether nobody wants it any more; from any thread.
  boolean isCancelled();

  /// It cannot go on.
  ///
  /// @param reason a sentence for the user
  void fail(String reason);
}
