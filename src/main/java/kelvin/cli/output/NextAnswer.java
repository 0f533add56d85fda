package kelvin.cli.output;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.distribution.Interval;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TruncatedDistribution;
import kelvin.engine.ContextToken;
import kelvin.text.Vocabulary;

/// The answer of `kelvin next`.
///
/// @param model its name; none for logits from a file
/// @param listed how many ranks to list
public record NextAnswer(
    Optional<String> model,
    List<ContextToken> context,
    SamplerChain chain,
    TruncatedDistribution distribution,
    Vocabulary vocabulary,
    int listed,
    List<Watched> watched) {

  public NextAnswer {
    context = List.copyOf(context);
    watched = List.copyOf(watched);
  }

  Stream<Candidate> candidates() {
    return IntStream.rangeClosed(1, listed).mapToObj(this::at);
  }

  Candidate of(Watched text) {
    return at(distribution.logits().rankOf(text.firstId()));
  }

  private Candidate at(int rank) {
    return Candidate.at(rank, distribution, vocabulary);
  }

  int vocabularySize() {
    return distribution.logits().count();
  }

  /// The bounds that hold where a server gives only the most probable tokens.
  Optional<TopBounds> bounds() {
    return TopBounds.of(distribution);
  }

  /// The number of tokens that the list leaves out.
  int tailCount() {
    return vocabularySize() - listed;
  }

  /// Their mass in the scaled distribution.
  Interval tailMass() {
    return bounds()
        .map(bounds -> listed == 0 ? Interval.exactly(1) : bounds.cumulative(listed).rest())
        .orElseGet(() -> Interval.exactly(distribution.scaled().tailMass(listed)));
  }
}
