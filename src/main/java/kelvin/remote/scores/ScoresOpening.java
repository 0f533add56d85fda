package kelvin.remote.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.remote.http.ServerConnection;
import kelvin.remote.http.ServerException;
import kelvin.remote.place.ServerKind;
import kelvin.remote.setup.RemoteDescription;
import kelvin.remote.setup.RemoteSetup;

/// Opens a model on vLLM or the server of llama.cpp: asks for its name, compares the tokenizers,
/// and looks whether one answer has all tokens. Where it has not, the most probable are taken.
public final class ScoresOpening {

  /// The lists to ask for where all tokens are not given; vLLM allows 20 if nothing else is set.
  private static final List<Integer> COUNTS = List.of(1000, 100, 20, 5, 1);

  private final ServerConnection connection;
  private final RemoteSetup setup;
  private final Scorer scorer;

  public ScoresOpening(ServerConnection connection, RemoteSetup setup) {
    this.connection = connection;
    this.setup = setup;
    var server = new JsonServer(connection);
    int usual = setup.vocabularySize();
    scorer =
        setup.address().kind() == ServerKind.VLLM
            ? new VllmScorer(server)
            : new LlamaScorer(server, usual);
  }

  /// Opens the model, which then owns the connection.
  ///
  /// @throws ServerException if it cannot be used
  public LanguageModel open(Cancellation cancellation) {
    if (!setup.address().path().isEmpty()) {
      throw ServerException.lasting(
          "The address has a path, which this kind of server does not need.",
          "Give one such as " + setup.address().kind().example() + ".");
    }
    var about = scorer.about(cancellation);
    var warnings = new ArrayList<String>();
    compareTokenizers(about.model(), warnings, cancellation);
    var known = setup.withContextLength(length(about));
    var row = wholeRow(about, cancellation);
    if (!row.isWhole()) {
      warnings.add(row.whyShort());
      int size = Math.max(about.vocabularySize(), setup.vocabularySize());
      return new TopOpening(connection, known, size, scorer::top)
          .open(about.model(), counts(size), warnings, scorer.howToStart(), cancellation);
    }
    if (setup.address().kind() == ServerKind.LLAMA_CPP) {
      warnings.add("Scoring a whole prompt takes a request for each position.");
    }
    warnings.add(
        "Its logits are log-probabilities: they differ from those inside the server by one number"
            + " that is the same for all tokens.");
    var descriptor =
        RemoteDescription.of(
            new RemoteDescription.Told(
                about.model(),
                "log-probabilities in JSON",
                List.of(),
                List.of(),
                CacheKind.NONE,
                row.width(),
                List.of()),
            known,
            warnings);
    return new ScoredModel(connection, scorer, descriptor);
  }

  private OptionalInt length(Scorer.About about) {
    var stated = setup.config().contextLength();
    if (about.contextLength() <= 0) {
      return stated;
    }
    return OptionalInt.of(Math.min(about.contextLength(), stated.orElse(about.contextLength())));
  }

  /// Looks whether the server splits a text into the same tokens; else all numbers would stand
  /// beside wrong words.
  private void compareTokenizers(String model, List<String> warnings, Cancellation cancellation) {
    List<Integer> there;
    try {
      there = scorer.tokenize(RemoteSetup.SAMPLE, cancellation);
    } catch (ServerException _) {
      warnings.add("The server does not split texts, so the tokenizers could not be compared.");
      return;
    }
    if (!there.equals(setup.sampleIds())) {
      throw ServerException.lasting(
          "The model %s on %s splits a text into other tokens than the tokenizer given here."
              .formatted(model, connection.host()),
          "Give the folder with the tokenizer.json of that very model.");
    }
  }

  private static List<Integer> counts(int vocabularySize) {
    return COUNTS.stream().filter(count -> count < vocabularySize).toList();
  }

  /// The answer of the server when it was asked for all tokens.
  ///
  /// @param width the number of tokens in each row
  /// @param whyShort one sentence; empty if all tokens came
  private record WholeRow(int width, String whyShort) {

    boolean isWhole() {
      return whyShort.isEmpty();
    }
  }

  private WholeRow wholeRow(Scorer.About about, Cancellation cancellation) {
    ScoreRow row;
    try {
      row = scorer.first(setup.probes(), cancellation);
    } catch (ServerException e) {
      if (!e.isRefusal()) {
        throw e;
      }
      return new WholeRow(
          0, "Its numbers are not exact for all tokens, which it was asked for: " + e.reason());
    }
    int expected = Math.max(about.vocabularySize(), setup.config().vocabularySize().orElse(0));
    return row.isWhole() && row.count() >= expected
        ? new WholeRow(row.count(), "")
        : new WholeRow(
            0,
            String.format(
                Locale.ROOT,
                "Its numbers are not exact for all tokens: it was asked for all%s, and gave %,d.",
                expected > 0 ? String.format(Locale.ROOT, " %,d", expected) : "",
                row.count()));
  }
}
