package kelvin.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.distribution.Distribution;
import kelvin.distribution.SamplingParameters;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.ContextToken;
import kelvin.text.Vocabulary;

/// What `next` found out.
///
/// @param model its name; none for logits from a file
/// @param own the model's own distribution
/// @param listed how many ranks to list
record NextAnswer(
    Optional<String> model,
    List<ContextToken> context,
    SamplingParameters parameters,
    Distribution own,
    TruncatedDistribution distribution,
    Vocabulary vocabulary,
    int listed,
    List<Watched> watched) {

  NextAnswer {
    context = List.copyOf(context);
    watched = List.copyOf(watched);
  }

  Stream<Candidate> candidates() {
    return IntStream.rangeClosed(1, listed).mapToObj(this::at);
  }

  Candidate of(Watched text) {
    return at(own.logits().rankOf(text.firstId()));
  }

  private Candidate at(int rank) {
    return Candidate.at(rank, distribution, own, vocabulary);
  }

  int vocabularySize() {
    return own.count();
  }

  /// How many tokens the list leaves out.
  int tailCount() {
    return own.count() - listed;
  }

  /// Their mass in the scaled distribution.
  double tailMass() {
    return distribution.scaled().tailMass(listed);
  }
}
