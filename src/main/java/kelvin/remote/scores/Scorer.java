package kelvin.remote.scores;

import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.LogitsRowSink;

/// Asks a server for log-probabilities in the words of its protocol.
interface Scorer {

  /// The name of the model that the server runs, and the length of its context.
  About about(Cancellation cancellation);

  /// The ids of a text by the server's own tokenizer, without special tokens.
  List<Integer> tokenize(String text, Cancellation cancellation);

  /// The log-probabilities after a context, whatever number of tokens comes.
  ScoreRow first(int[] ids, Cancellation cancellation);

  /// The most probable tokens after a context, where the server does not give all.
  ///
  /// @param count the number of tokens to ask for; one more may come, the drawn one
  TopRow top(int[] ids, int count, Cancellation cancellation);

  /// Delivers the rows from a position to the last.
  ///
  /// @param width the number of tokens in each row
  void score(
      int[] ids, int firstPosition, int width, LogitsRowSink sink, Cancellation cancellation);

  /// A sentence that says how to start the server so that it gives all tokens.
  String howToStart();

  /// @param contextLength 0 if the server does not say it
  /// @param vocabularySize 0 if the server does not say it
  record About(String model, int contextLength, int vocabularySize) {}
}
