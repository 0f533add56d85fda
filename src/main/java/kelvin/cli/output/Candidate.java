package kelvin.cli.output;

import java.io.IOException;
import java.util.Optional;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;
import kelvin.text.json.Json;

/// One token of a distribution with every number about it.
///
/// @param rank 1-based, after penalties and biases
/// @param token exact, for files
/// @param visibleToken for people
/// @param logit after penalties and biases
/// @param probability the model's own: τ = 1, before penalties, biases and cuts
/// @param scaledProbability at the temperature, after penalties and biases, before cuts
/// @param cumulative of this token and all above it, of what the nucleus stage sees
/// @param finalProbability what the draw uses
/// @param removedBy the stage that removed the token, or `impossible`
record Candidate(
    int rank,
    int id,
    String token,
    String visibleToken,
    double logit,
    double probability,
    double scaledProbability,
    double cumulative,
    double finalProbability,
    Optional<String> removedBy) {

  static Candidate at(int rank, TruncatedDistribution distribution, Vocabulary vocabulary) {
    var logits = distribution.logits();
    int id = logits.tokenAtRank(rank);
    return new Candidate(
        rank,
        id,
        vocabulary.text(id),
        vocabulary.visibleText(id),
        logits.atRank(rank),
        distribution.ownProbability(rank),
        distribution.scaled().probability(rank),
        distribution.cumulative(rank),
        distribution.finalProbability(rank),
        distribution.reason(rank));
  }

  /// The members of its JSON object.
  void write(Json json) throws IOException {
    json.member("rank", rank);
    json.member("id", id);
    json.member("token", token);
    json.member("logit", logit);
    json.member("probability", probability);
    json.member("scaledProbability", scaledProbability);
    json.member("cumulative", cumulative);
    json.member("finalProbability", finalProbability);
    if (removedBy.isPresent()) {
      json.member("removedBy", removedBy.get());
    } else {
      json.missing("removedBy");
    }
  }
}
