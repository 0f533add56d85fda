package kelvin.remote.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.remote.http.ServerConnection;
import kelvin.remote.http.ServerException;
import kelvin.remote.setup.RemoteDescription;
import kelvin.remote.setup.RemoteSetup;

/// Opens a model behind a route of completions: finds its name, compares the tokenizers where the
/// server gives a prompt back, and looks how many tokens an answer has.
public final class CompletionsOpening {

  private static final String MODELS = "/models/";

  /// What servers allow at most, the usual limit first; OpenAI itself allows 5.
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
    int count = count(model, cancellation);
    compareTokenizers(model, warnings, cancellation);
    warnings.add(
        String.format(
            Locale.ROOT,
            "It gives only the %,d most probable tokens: of all others Kelvin shows bounds, and what"
                + " needs them is switched off.",
            count));
    var descriptor =
        RemoteDescription.of(
            new RemoteDescription.Told(
                model,
                "log-probabilities of the " + count + " most probable tokens",
                List.of(),
                List.of(),
                CacheKind.NONE,
                setup.vocabularySize(),
                List.of()),
            setup,
            warnings);
    return new TopModel(
        connection,
        (ids, cancelled) ->
            route
                .top(model, ids, count, cancelled)
                .tokens(count, setup.vocabularySize(), connection.host()),
        descriptor,
        count);
  }

  /// How many tokens the server gives. Where it gives fewer than it was asked for, the last may be
  /// the drawn token, which does not belong to the most probable.
  private int count(String model, Cancellation cancellation) {
    for (int wanted : COUNTS) {
      try {
        var row = route.top(model, setup.probes(), wanted, cancellation);
        row.tokens(wanted, setup.vocabularySize(), connection.host());
        return row.count() >= wanted ? wanted : Math.max(1, row.count() - 1);
      } catch (ServerException e) {
        if (!e.isRefusal() || wanted == COUNTS.getLast()) {
          throw e;
        }
      }
    }
    throw new IllegalStateException("no count was tried");
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
