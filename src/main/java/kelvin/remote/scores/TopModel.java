package kelvin.remote.scores;

import java.util.Locale;
import java.util.Optional;
import kelvin.distribution.TopTokens;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.run.ContextCheck;
import kelvin.remote.http.ServerConnection;

/// A model on a server that gives the most probable tokens only. It has no whole rows, so whoever
/// needs one is told why there is none.
final class TopModel implements LanguageModel, LanguageModel.TopRuns {

  private final ServerConnection connection;
  private final Asking asking;
  private final ModelDescriptor descriptor;
  private final int count;
  private final String remedy;

  /// Asks the server for the most probable tokens after a context.
  interface Asking {
    TopTokens ask(int[] ids, Cancellation cancellation);
  }

  /// Takes ownership of the connection.
  ///
  /// @param count the most tokens in an answer
  /// @param remedy a sentence that says how to get all tokens; empty if nothing gives them
  TopModel(
      ServerConnection connection,
      Asking asking,
      ModelDescriptor descriptor,
      int count,
      String remedy) {
    this.connection = connection;
    this.asking = asking;
    this.descriptor = descriptor;
    this.count = count;
    this.remedy = remedy;
  }

  @Override
  public Optional<TopRuns> topRuns() {
    return Optional.of(this);
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public TopTokens run(int[] tokenIds, Cancellation cancellation) {
    ContextCheck.check(
        tokenIds, tokenIds.length - 1, descriptor.contextLength(), descriptor.logitCount());
    cancellation.throwIfCancelled();
    return asking.ask(tokenIds, cancellation);
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    throw new InferenceException(
        String.format(
                Locale.ROOT,
                "This needs the probabilities of all tokens, and the server %s gives only the %,d most"
                    + " probable. It works with the next token, and draws from a top-k of less. %s",
                connection.host(),
                count,
                remedy)
            .strip());
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public void close() {
    connection.close();
  }
}
