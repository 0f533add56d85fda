package kelvin.inference;

/// A causal language model: token ids in, a row of logits per position out.
///
/// Used from one thread at a time. Keeps the keys and values of its last run, so a sequence that
/// shares a prefix with the last one runs only what differs.
public interface LanguageModel extends AutoCloseable {

  /// Delivers the rows of `firstPosition` to the last position, in order.
  ///
  /// @param tokenIds the whole context, at least one token
  /// @param firstPosition 0-based
  /// @throws ContextOverflowException when there are more tokens than the context holds
  /// @throws CancelledException when cancelled; rows delivered before stay true
  /// @throws InferenceException when the model fails
  void run(int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation);

  /// What the model is, for people.
  ModelDescriptor descriptor();

  @Override
  void close();
}
