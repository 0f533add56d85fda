package kelvin.remote.setup;

import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.run.ContextCheck;
import kelvin.inference.run.ContextRuns;
import kelvin.remote.http.ServerConnection;

/// A model on a server whose states are kept here, between its runs.
public final class ContextModel implements LanguageModel {

  private final ServerConnection server;
  private final ContextRuns contexts;
  private final ModelDescriptor descriptor;

  /// Takes ownership of the connection.
  public ContextModel(ServerConnection server, ContextRuns contexts, ModelDescriptor descriptor) {
    this.server = server;
    this.contexts = contexts;
    this.descriptor = descriptor;
  }

  @Override
  public void run(
      int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
    ContextCheck.check(
        tokenIds, firstPosition, descriptor.contextLength(), descriptor.logitCount());
    contexts.run(tokenIds, firstPosition, sink, cancellation);
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public void close() {
    server.close();
  }
}
