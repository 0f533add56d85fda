package kelvin.engine.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import kelvin.distribution.Distribution;
import kelvin.engine.path.CompensatedSum;
import kelvin.engine.path.SearchEnd;
import kelvin.engine.path.TokenPath;
import kelvin.inference.LoadedModel;

/// The tree of answers after a context. It grows best first: the path with the highest joint
/// probability is expanded next, and each expansion needs the distribution after that path.
///
/// A distribution has a probability for every token, but not every token is kept. All tokens that
/// end an answer are looked at. Of the others only the most probable ones are kept, because a
/// search with a budget of n runs cannot reach more than n of them; the same limit holds for
/// all open paths together. Nothing below `FLOOR` is kept. What is not kept counts as unexplored
/// with its exact probability.
final class AnswerTree {

  /// The smallest joint probability of a path or of an ending that is kept.
  static final double FLOOR = 1e-12;

  /// The maximum number of incomplete answers in a snapshot.
  static final int INCOMPLETE = 20;

  /// The share of the unexplored mass from which on an incomplete answer is in a snapshot.
  static final double INCOMPLETE_SHARE = 0.001;

  private final AnswerQuestion question;
  private final StopSearch search;

  /// The number of tokens from which on a path cannot be expanded.
  private final int maxLength;

  private final SearchEnd endAtMaxLength;
  private final CompleteAnswers complete = new CompleteAnswers();
  private final TreeSet<TokenPath> open = new TreeSet<>(TokenPath.BEST_FIRST);

  /// Paths that cannot be expanded, only to list them.
  private final TreeSet<TokenPath> tooLong = new TreeSet<>(TokenPath.BEST_FIRST);

  private final CompensatedSum unexplored = new CompensatedSum();
  private int runs;
  private long paths;

  AnswerTree(AnswerQuestion question, LoadedModel model) {
    this.question = question;
    var descriptor = model.descriptor();
    search =
        new StopSearch(
            question.stopText(), model.tokenizer().vocabulary(), descriptor.endOfTextIds());
    int tokens = question.limits().tokens();
    // A path that just fills the context has a distribution after it.
    int room = descriptor.contextLength().orElse(Integer.MAX_VALUE) - question.context().size() + 1;
    // A context that is too long is refused by the model, with both numbers.
    maxLength = Math.max(1, Math.min(tokens, room));
    endAtMaxLength = room < tokens ? SearchEnd.CONTEXT_FULL : SearchEnd.TOKENS;
    open.add(TokenPath.empty());
    unexplored.add(1);
  }

  /// The reason why the tree grows no further; empty while it can.
  Optional<SearchEnd> end() {
    if (complete.covered() >= question.limits().mass()) {
      return Optional.of(SearchEnd.MASS);
    }
    if (!open.isEmpty() && runs < question.limits().runs()) {
      return Optional.empty();
    }
    if (runs >= question.limits().runs()) {
      return Optional.of(SearchEnd.BUDGET);
    }
    return Optional.of(tooLong.isEmpty() ? SearchEnd.EXHAUSTED : endAtMaxLength);
  }

  /// The path that is expanded next.
  TokenPath next() {
    return open.first();
  }

  /// Expands the path that `next` gave.
  ///
  /// @param after the distribution of the token after it, at τ = 1
  void expand(Distribution after) {
    var path = open.removeFirst();
    runs++;
    unexplored.add(-path.probability());
    var endings = search.endings(path.state(), after.count());
    var rest = new CompensatedSum();
    int last = keepBest(path, after, endings);
    rest.add(after.tailMass(last));
    keepEndings(path, after, endings, last, rest);
    unexplored.add(path.probability() * rest.value());
    trim(open, Math.max(question.limits().runs() - runs, INCOMPLETE));
    trim(tooLong, INCOMPLETE);
  }

  /// Keeps the most probable tokens that do not end the answer.
  ///
  /// @return the last rank that was looked at
  private int keepBest(TokenPath path, Distribution after, StopSearch.Endings endings) {
    boolean canGrow = path.length() + 1 < maxLength;
    int max = canGrow ? Math.max(question.limits().runs() - runs, INCOMPLETE) : INCOMPLETE;
    int kept = 0;
    int rank = 0;
    while (rank < after.logits().finiteCount() && kept < max) {
      double joint = path.logProbability() + after.logProbability(rank + 1);
      if (StrictMath.exp(joint) < FLOOR) {
        break;
      }
      rank++;
      int id = after.logits().tokenAtRank(rank);
      if (!endings.ids().get(id)) {
        paths++;
        kept++;
        int state = search.stateAfter(path.state(), id);
        var child = new TokenPath(path, id, joint, state, paths);
        (canGrow ? open : tooLong).add(child);
        unexplored.add(child.probability());
      }
    }
    return rank;
  }

  /// @param last the ranks up to this one are not part of `rest`
  /// @param rest the probability of the tokens that are not kept, after this path
  private void keepEndings(
      TokenPath path,
      Distribution after,
      StopSearch.Endings endings,
      int last,
      CompensatedSum rest) {
    var text = bytes(path);
    for (var ending : endings.list()) {
      int best = bestRank(after, ending);
      double greatest = after.logProbability(best);
      if (greatest == Double.NEGATIVE_INFINITY) {
        continue;
      }
      var relative = new CompensatedSum();
      for (int id : ending.ids()) {
        int rank = after.logits().rankOf(id);
        relative.add(StrictMath.exp(after.logProbability(rank) - greatest));
        rest.add(rank > last ? -after.probability(rank) : 0);
      }
      double logSum = greatest + StrictMath.log(relative.value());
      double joint = path.logProbability() + logSum;
      if (StrictMath.exp(joint) < FLOOR) {
        rest.add(StrictMath.exp(logSum));
      } else {
        int id = after.logits().tokenAtRank(best);
        var way = new CompleteAnswers.Way(path, id, path.logProbability() + greatest);
        complete.add(ending.textAfter(text), way, joint);
      }
    }
  }

  private static int bestRank(Distribution after, Ending ending) {
    return ending.ids().stream().mapToInt(after.logits()::rankOf).min().orElseThrow();
  }

  private static void trim(NavigableSet<TokenPath> some, int max) {
    while (some.size() > max) {
      some.removeLast();
    }
  }

  /// @param max the maximum number of complete answers in it
  Answers snapshot(int max) {
    var answers =
        Stream.concat(complete.best(max), incomplete())
            .sorted(Comparator.comparingDouble(answer -> -answer.logProbability()))
            .toList();
    return new Answers(
        answers,
        complete.count(),
        complete.covered(),
        Math.max(0, unexplored.value()),
        runs,
        end());
  }

  /// The most probable paths that have not ended, those of the same text together.
  private Stream<Answer> incomplete() {
    var byText = new LinkedHashMap<String, Answer>();
    Stream.concat(best(open), best(tooLong))
        .sorted(TokenPath.BEST_FIRST)
        .limit(INCOMPLETE)
        .map(this::answer)
        .forEach(answer -> byText.merge(answer.text(), answer, AnswerTree::together));
    double min = INCOMPLETE_SHARE * unexplored.value();
    return byText.values().stream().filter(answer -> answer.probability() >= min);
  }

  private static Stream<TokenPath> best(NavigableSet<TokenPath> some) {
    return some.stream().limit(INCOMPLETE);
  }

  private Answer answer(TokenPath path) {
    var text = new String(bytes(path), StandardCharsets.UTF_8);
    return new Answer(text, path.ids(), path.logProbability(), false);
  }

  private byte[] bytes(TokenPath path) {
    var bytes = new ByteArrayOutputStream();
    path.ids().forEach(id -> bytes.writeBytes(search.bytes(id)));
    return bytes.toByteArray();
  }

  private static Answer together(Answer better, Answer other) {
    double sum = better.probability() + other.probability();
    return new Answer(better.text(), better.ids(), StrictMath.log(sum), false);
  }
}
