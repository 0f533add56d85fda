package kelvin.remote.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.remote.http.ServerConnection;
import kelvin.remote.http.ServerException;
import kelvin.remote.setup.RemoteDescription;
import kelvin.remote.setup.RemoteSetup;

/// Opens a model of which a server tells only the most probable tokens: looks how many it gives,
/// and says in the notes that the rest is bounds.
final class TopOpening {

  private final ServerConnection connection;
  private final RemoteSetup setup;
  private final int vocabularySize;
  private final Source source;

  /// Asks a server for the most probable tokens after a context.
  interface Source {
    TopRow top(int[] ids, int count, Cancellation cancellation);
  }

  /// @param vocabularySize the number of all tokens, listed or not
  TopOpening(ServerConnection connection, RemoteSetup setup, int vocabularySize, Source source) {
    this.connection = connection;
    this.setup = setup;
    this.vocabularySize = vocabularySize;
    this.source = source;
  }

  /// Opens the model, which then owns the connection.
  ///
  /// @param name of the model on the server
  /// @param counts the numbers of tokens to ask for, the greatest first
  /// @param warnings sentences for the user, before the one about the list
  /// @param remedy a sentence that says how to get all tokens; empty if nothing gives them
  /// @throws ServerException if it cannot be used
  LanguageModel open(
      String name,
      List<Integer> counts,
      List<String> warnings,
      String remedy,
      Cancellation cancellation) {
    int count = count(counts, cancellation);
    var all = new ArrayList<>(warnings);
    all.add(
        String.format(
                Locale.ROOT,
                "It gives only the %,d most probable tokens: of all others Kelvin shows bounds, and"
                    + " what needs them is switched off. %s",
                count,
                remedy)
            .strip());
    var descriptor =
        RemoteDescription.of(
            new RemoteDescription.Told(
                name,
                "log-probabilities of the " + count + " most probable tokens",
                List.of(),
                List.of(),
                CacheKind.NONE,
                vocabularySize,
                List.of()),
            setup,
            all);
    return new TopModel(
        connection,
        (ids, cancelled) ->
            source.top(ids, count, cancelled).tokens(count, vocabularySize, connection.host()),
        descriptor,
        count,
        remedy);
  }

  /// The number of tokens that the server gives. If it gives fewer than it was asked for, the last
  /// may be the drawn token, which does not belong to the most probable.
  private int count(List<Integer> counts, Cancellation cancellation) {
    int sure = 0;
    for (int wanted : counts) {
      if (wanted <= sure) {
        break;
      }
      try {
        var row = source.top(setup.probes(), wanted, cancellation);
        row.tokens(wanted, vocabularySize, connection.host());
        if (row.count() >= wanted) {
          return wanted;
        }
        sure = Math.max(1, row.count() - 1);
      } catch (ServerException e) {
        if (!e.isRefusal() || (sure == 0 && wanted == counts.getLast())) {
          throw e;
        }
      }
    }
    return sure;
  }
}
