package kelvin.inference;

import java.util.List;

/// Runs several texts that begin alike in one pass through the model.
///
/// The rows are those of single runs, up to rounding. Use it on the thread of the model.
public interface BatchRuns {

  /// The rest of a text, after the tokens that all texts of a batch share.
  ///
  /// @param ids at least one token
  /// @param from the index of the first token in `ids` whose row is wanted
  @SuppressWarnings("ArrayRecordComponent") // lives for one run and is never compared
  record Tail(int[] ids, int from) {}

  /// Receives the wanted rows, text by text, each from its first to its last.
  @FunctionalInterface
  interface Sink {

    /// @param tail the index of the text
    /// @param index the index of the token in its tail; the row predicts the token after it
    /// @param logits by token id; the array is reused for the next row
    void accept(int tail, int index, float[] logits);
  }

  /// Returns whether the beginning of the texts is run once for all. If not, it must be empty.
  boolean sharesBeginning();

  /// The number of texts that fit into one batch.
  ///
  /// @param beginning the number of shared tokens
  /// @param longest the number of tokens of the longest tail
  int maxTexts(int beginning, int longest);

  /// The expected time of a run of new tokens of one text, from the runs so far.
  double secondsOfRun(int tokens);

  /// The expected time of a batch, from the batches so far, without that of its beginning.
  ///
  /// @param beginning the number of shared tokens
  /// @param longest the number of tokens of the longest tail; shorter ones are filled up
  double secondsOfBatch(int beginning, int texts, int longest);

  /// Runs all texts in one pass.
  ///
  /// @param beginning the tokens that all texts share
  /// @throws ContextOverflowException when a text is longer than the context
  /// @throws CancelledException if cancelled; no row is delivered then
  /// @throws InferenceException when the model fails
  void run(int[] beginning, List<Tail> tails, Sink sink, Cancellation cancellation);

  /// Frees the memory that only batches need.
  void release();
}
