package kelvin.remote;

import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadPhase;
import kelvin.remote.http.ServerConnection;
import kelvin.remote.http.ServerSettings;
import kelvin.remote.oip.OipOpening;
import kelvin.remote.scores.CompletionsOpening;
import kelvin.remote.scores.ScoresOpening;
import kelvin.remote.setup.RemoteSetup;

/// Opens models on servers, each by its protocol.
public final class RemoteModels {

  private final ServerSettings settings;

  public RemoteModels(ServerSettings settings) {
    this.settings = settings;
  }

  /// Asks the server about its model and tries it with a few small runs.
  ///
  /// @throws kelvin.remote.http.ServerException if it cannot be used
  /// @throws kelvin.inference.CancelledException if cancelled
  public LanguageModel open(
      RemoteSetup setup, Cancellation cancellation, Consumer<LoadPhase> progress) {
    var server = ServerConnection.to(setup.address().base(), settings);
    boolean complete = false;
    try {
      progress.accept(LoadPhase.PROBES);
      var model =
          switch (setup.address().kind()) {
            case OIP -> new OipOpening(server, setup).open(cancellation);
            case VLLM, LLAMA_CPP -> new ScoresOpening(server, setup).open(cancellation);
            case OPENAI -> new CompletionsOpening(server, setup).open(cancellation);
          };
      complete = true;
      return model;
    } finally {
      if (!complete) {
        server.close();
      }
    }
  }
}
