package kelvin.remote.scores;

import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.run.ContextCheck;
import kelvin.remote.http.ServerConnection;

/// A model on a server that gives log-probabilities of all tokens. The server keeps its states.
final class ScoredModel implements LanguageModel {

  private final ServerConnection connection;
  private final Scorer scorer;
  private final ModelDescriptor descriptor;

  /// Takes ownership of the connection.
  ScoredModel(ServerConnection connection, Scorer scorer, ModelDescriptor descriptor) {
    this.connection = connection;
    this.scorer = scorer;
    this.descriptor = descriptor;
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    ContextCheck.check(
        tokenIds, firstPosition, descriptor.contextLength(), descriptor.logitCount());
    cancellation.throwIfCancelled();
    scorer.score(tokenIds, firstPosition, descriptor.logitCount(), sink, cancellation);
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
