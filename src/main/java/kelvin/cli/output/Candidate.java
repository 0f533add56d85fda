package kelvin.cli.output;

import java.io.IOException;
import java.util.Optional;
import kelvin.distribution.Distribution;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.TruncatedDistribution;
import kelvin.text.Vocabulary;

/// One token of a distribution with every number about it.
///
/// @param rank 1-based
/// @param token exact, for files
/// @param visibleToken for people
/// @param probability the model's: τ = 1, nothing removed
/// @param scaledProbability at the temperature, nothing removed
/// @param cumulative of this token and all above it, of what the nucleus stage sees
/// @param finalProbability what the draw uses
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

  /// @param own the model's own distribution of the same logits
  static Candidate at(
      int rank, TruncatedDistribution distribution, Distribution own, Vocabulary vocabulary) {
    var logits = own.logits();
    int id = logits.tokenAtRank(rank);
    return new Candidate(
        rank,
        id,
        vocabulary.text(id),
        vocabulary.visibleText(id),
        logits.atRank(rank),
        own.probability(rank),
        distribution.scaled().probability(rank),
        distribution.cumulative(rank),
        distribution.finalProbability(rank),
        distribution.removedBy(rank).map(SamplerStage::name));
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
