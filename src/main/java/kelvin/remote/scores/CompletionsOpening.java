package kelvin.remote.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.remote.http.ServerConnection;
import kelvin.remote.http.ServerException;
import kelvin.remote.setup.RemoteSetup;

/// Opens a model behind a route of completions: finds its name, compares the tokenizers where the
/// server gives a prompt back, and looks how many tokens an answer has.
public final class CompletionsOpening {

  private static final String MODELS = "/models/";

  /// The numbers of tokens to ask for, the usual limit first; OpenAI itself allows 5.
  private static final List<Integer> COUNTS = List.of(20, 5);

  private final ServerConnection connection;
  private final RemoteSetup setup;
  private final CompletionsRoute route;
  private final String named;

  public CompletionsOpening(ServerConnection connection, RemoteSetup setup) {
    this.connection = connection;
    this.setup = setup;
    var path = setup.address().path();
    int end = path.indexOf(MODELS);
    named = end < 0 ? "" : path.substring(end + MODELS.length());
    var root = end < 0 ? path : path.substring(0, end);
    route =
        new CompletionsRoute(
            new JsonServer(connection),
            root.isEmpty() ? "/v1" : root,
            new TokenTexts(setup.vocabulary()));
  }

  /// Opens the model, which then owns the connection.
  ///
  /// @throws ServerException if it cannot be used
  public LanguageModel open(Cancellation cancellation) {
    var model = named.isEmpty() ? route.firstModel(cancellation) : named;
    var warnings = new ArrayList<String>();
    compareTokenizers(model, warnings, cancellation);
    return new TopOpening(
            connection,
            setup,
            setup.vocabularySize(),
            (ids, count, cancelled) -> route.top(model, ids, count, cancelled))
        .open(model, COUNTS, warnings, "", cancellation);
  }

  /// Looks whether the ids of a text are that text on the server; else all numbers would stand
  /// beside wrong words.
  private void compareTokenizers(String model, List<String> warnings, Cancellation cancellation) {
    var ids = setup.sampleIds().stream().mapToInt(Integer::intValue).toArray();
    try {
      var text = ids.length == 0 ? Optional.<String>empty() : route.echo(model, ids, cancellation);
      if (text.isPresent()) {
        if (!text.get().startsWith(RemoteSetup.SAMPLE)) {
          throw ServerException.lasting(
              "The model %s on %s splits a text into other tokens than the tokenizer given here."
                  .formatted(model, connection.host()),
              "Give the folder with the tokenizer.json of that very model.");
        }
        return;
      }
    } catch (ServerException e) {
      if (!e.isRefusal()) {
        throw e;
      }
    }
    warnings.add(
        "The server does not give back a prompt, so the tokenizers could not be compared.");
  }
}
