package kelvin.engine.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import kelvin.inference.Cancellation;
import kelvin.text.Vocabulary;

/// Pairs of words in the same relation, and how often sums of their vectors find the right word.
///
/// Of two pairs, man : woman and king : queen, the sum king − man + woman should be nearest to
/// queen. Each pair of a relation is followed by the next one that the model has as tokens, and
/// the last by the first, so there are as many sums as pairs.
public record Analogies(List<Relation> relations) {

  /// Pairs in the same relation.
  public record Relation(String name, List<Pair> pairs) {
    public Relation {
      pairs = List.copyOf(pairs);
    }
  }

  /// Two words.
  public record Pair(String first, String second) {}

  /// The results of a relation's sums.
  ///
  /// @param pairs the number of pairs in the list
  /// @param sums the number of sums whose four words are one token each
  /// @param first the number of sums whose nearest token is the right one
  /// @param amongFive the number of sums whose five nearest tokens have the right one
  /// @param baseline the number of sums where the right token is nearest even to the first word
  ///     alone, without the sum
  public record Score(String name, int pairs, int sums, int first, int amongFive, int baseline) {

    Score plus(Score other) {
      return new Score(
          name,
          pairs + other.pairs,
          sums + other.sums,
          first + other.first,
          amongFive + other.amongFive,
          baseline + other.baseline);
    }
  }

  private static final int NEAR = 5;

  public Analogies {
    relations = List.copyOf(relations);
  }

  /// The list that comes with Kelvin.
  public static Analogies bundled() {
    var name = "analogies.txt";
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Analogies.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return read(in.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads lines: a relation's name in brackets, then its pairs.
  static Analogies read(List<String> lines) {
    var relations = new ArrayList<Relation>();
    for (var line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        relations.add(new Relation(line.substring(1, line.length() - 1), List.of()));
      } else {
        int space = line.indexOf(' ');
        var last = relations.removeLast();
        var pairs = new ArrayList<>(last.pairs());
        pairs.add(new Pair(line.substring(0, space), line.substring(space + 1)));
        relations.add(new Relation(last.name(), pairs));
      }
    }
    return new Analogies(relations);
  }

  /// Measures all sums of each relation.
  ///
  /// @throws kelvin.inference.CancelledException when cancelled
  public List<Score> measure(
      TokenSpace space, Vocabulary vocabulary, Similarity similarity, Cancellation cancellation) {
    var scores = new ArrayList<Score>();
    for (var relation : relations) {
      scores.add(measure(relation, space, vocabulary, similarity, cancellation));
    }
    return scores;
  }

  /// The total of several scores.
  public static Score total(List<Score> scores) {
    return scores.stream().reduce(new Score("all", 0, 0, 0, 0, 0), Score::plus);
  }

  private static Score measure(
      Relation relation,
      TokenSpace space,
      Vocabulary vocabulary,
      Similarity similarity,
      Cancellation cancellation) {
    var known = known(relation, space, vocabulary);
    var score = new Score(relation.name(), relation.pairs().size(), 0, 0, 0, 0);
    for (int i = 0; i < known.size() && known.size() > 1; i++) {
      cancellation.throwIfCancelled();
      var from = known.get(i);
      var to = known.get((i + 1) % known.size());
      var given = Set.of(from.first(), from.second(), to.first());
      var sum = TokenSum.of(to.first(), from.first(), from.second());
      int rank = rank(to.second(), space.neighbors(sum, given, similarity, NEAR));
      var alone = new TokenSum(List.of(new TokenSum.Term(to.first(), 1)));
      int rankAlone = rank(to.second(), space.neighbors(alone, given, similarity, 1));
      score =
          score.plus(
              new Score("", 0, 1, rank == 1 ? 1 : 0, rank > 0 ? 1 : 0, rankAlone == 1 ? 1 : 0));
    }
    return score;
  }

  /// The rank of a token, from 1; 0 if it is not there.
  private static int rank(int id, List<Neighbor> neighbors) {
    for (int i = 0; i < neighbors.size(); i++) {
      if (neighbors.get(i).id() == id) {
        return i + 1;
      }
    }
    return 0;
  }

  private record KnownPair(int first, int second) {}

  private static List<KnownPair> known(Relation relation, TokenSpace space, Vocabulary vocabulary) {
    var known = new ArrayList<KnownPair>();
    for (var pair : relation.pairs()) {
      var first = find(pair.first(), space, vocabulary);
      var second = find(pair.second(), space, vocabulary);
      if (first.isPresent() && second.isPresent()) {
        known.add(new KnownPair(first.getAsInt(), second.getAsInt()));
      }
    }
    return known;
  }

  private static OptionalInt find(String word, TokenSpace space, Vocabulary vocabulary) {
    var found = new NamedToken(word, false).find(vocabulary);
    return found.isPresent() && found.getAsInt() < space.size() ? found : OptionalInt.empty();
  }
}
