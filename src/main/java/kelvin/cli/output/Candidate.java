package kelvin.cli.output;

import java.io.IOException;
import java.util.Optional;
import kelvin.distribution.Interval;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// One token of a distribution with every number about it.
///
/// @param rank 1-based, after penalties and biases; between bounds where the token is not known
/// @param token exact, for files
/// @param visibleToken for people
/// @param logit after penalties and biases; NaN where the token is not known
/// @param probability the model's own: τ = 1, before penalties, biases and cuts
/// @param scaledProbability at the temperature, after penalties and biases, before cuts
/// @param cumulative of this token and all above it, of what the nucleus stage sees
/// @param finalProbability what the draw uses
/// @param removedBy the stage that removed the token, or `impossible`
record Candidate(
    Interval rank,
    int id,
    String token,
    String visibleToken,
    double logit,
    Interval probability,
    Interval scaledProbability,
    Interval cumulative,
    Interval finalProbability,
    Optional<String> removedBy) {

  static Candidate at(int rank, TruncatedDistribution distribution, Vocabulary vocabulary) {
    return TopBounds.of(distribution)
        .map(bounds -> between(rank, distribution, bounds, vocabulary))
        .orElseGet(() -> known(rank, distribution, vocabulary));
  }

  private static Candidate known(
      int rank, TruncatedDistribution distribution, Vocabulary vocabulary) {
    var logits = distribution.logits();
    int id = logits.tokenAtRank(rank);
    return new Candidate(
        Interval.exactly(rank),
        id,
        vocabulary.text(id),
        vocabulary.visibleText(id),
        logits.atRank(rank),
        Interval.exactly(distribution.ownProbability(rank)),
        Interval.exactly(distribution.scaled().probability(rank)),
        Interval.exactly(distribution.cumulative(rank)),
        Interval.exactly(distribution.finalProbability(rank)),
        distribution.reason(rank));
  }

  /// Of a distribution of which only the most probable tokens are known.
  private static Candidate between(
      int rank, TruncatedDistribution distribution, TopBounds bounds, Vocabulary vocabulary) {
    var logits = distribution.logits();
    int id = logits.tokenAtRank(rank);
    boolean isKnown = bounds.isKnown(rank);
    var top = bounds.top();
    return new Candidate(
        isKnown ? Interval.exactly(rank) : new Interval(top.count() + 1.0, top.vocabularySize()),
        id,
        vocabulary.text(id),
        vocabulary.visibleText(id),
        isKnown ? logits.atRank(rank) : Double.NaN,
        bounds.own(rank),
        bounds.scaled(rank),
        bounds.seen(rank),
        bounds.last(rank),
        bounds.isDrawKnown() ? distribution.reason(rank) : Optional.empty());
  }

  /// The members of its JSON object.
  void write(Json json) throws IOException {
    if (rank.isExact()) {
      json.member("rank", (int) rank.low());
    } else {
      json.missing("rank");
    }
    json.member("id", id);
    json.member("token", token);
    json.member("logit", logit);
    new NextJson.Bounded(json)
        .member("probability", probability)
        .member("scaledProbability", scaledProbability)
        .member("cumulative", cumulative)
        .member("finalProbability", finalProbability)
        .bounds("rank", rank)
        .write();
    if (removedBy.isPresent()) {
      json.member("removedBy", removedBy.get());
    } else {
      json.missing("removedBy");
    }
  }
}
