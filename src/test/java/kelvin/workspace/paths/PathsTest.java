package kelvin.workspace.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.workspace.paths.Paths.Grown;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import org.junit.jupiter.api.Test;

/// If these tests fail, going back and taking another token loses the tokens that were there, or a
/// long text makes each further step slow.
class PathsTest {

  private static GeneratedToken token(int id, int position) {
    return new GeneratedToken(
        new GeneratedStep(position, id, 0.5, 0.5, 1, 0.25, 1, 9),
        "t" + id,
        position,
        new TokenScore(Math.log(0.5), 1, 1),
        false);
  }

  private static List<GeneratedToken> tokens(int... ids) {
    return IntStream.range(0, ids.length).mapToObj(i -> token(ids[i], i)).toList();
  }

  private static Grown grow(Paths paths, int... ids) {
    var tree =
        paths.find("p", Optional.empty()).orElseGet(() -> PathTree.of("p", Optional.empty()));
    return paths.grow(tree, tree.root(), tokens(ids), Optional.empty());
  }

  private static Paths grown(int[]... all) {
    return Arrays.stream(all)
        .reduce(Paths.NONE, (paths, ids) -> grow(paths, ids).paths(), (_, last) -> last);
  }

  private static int[] ids(int... ids) {
    return ids;
  }

  private static List<List<Integer>> idsOf(Paths paths) {
    return paths.trees().getFirst().branches().stream()
        .map(branch -> branch.end().path().stream().map(PathNode::id).toList())
        .toList();
  }

  @Test
  void aStepAtTheEndOfAPathMakesItLonger() {
    var paths = grown(ids(1), ids(1, 2), ids(1, 2, 3));

    assertEquals(List.of(List.of(1, 2, 3)), idsOf(paths));
  }

  @Test
  void goingBackKeepsWhatWasThere() {
    var paths = grown(ids(1, 2, 3));

    var back = grow(paths, 1);

    assertSame(paths, back.paths());
    assertEquals(1, back.end().depth());
  }

  @Test
  void anotherTokenAfterGoingBackBeginsAPathThatSharesTheBeginning() {
    var paths = grown(ids(1, 2, 3), ids(1, 4), ids(1, 4, 5));
    var tree = paths.trees().getFirst();

    assertEquals(List.of(List.of(1, 2, 3), List.of(1, 4, 5)), idsOf(paths));
    assertEquals(5, tree.size());
    assertEquals(
        List.of("path 1", "path 2"), tree.branches().stream().map(PathBranch::name).toList());
    assertEquals(Math.log(0.125), tree.branches().get(1).end().logProbability(), 1e-12);
  }

  @Test
  void theSameTokenDrawnAgainGoesAlongThePathThatIsThere() {
    var paths = grown(ids(1, 2, 3), ids(1, 4));

    assertSame(paths, grow(paths, 1, 2).paths());
  }

  @Test
  void pruningRemovesATokenWithAllThatFollow() {
    var tree = grown(ids(1, 2, 3), ids(1, 4, 5), ids(1, 4, 6)).trees().getFirst();
    var four = tree.find(tokens(1, 4)).orElseThrow();

    assertEquals(List.of(List.of(1, 2, 3)), idsOf(Paths.NONE.with(tree.without(four))));
  }

  @Test
  void aPathThatIsPrunedWithinItselfEndsBefore() {
    var tree = grown(ids(1, 2, 3), ids(1, 4, 5)).trees().getFirst();

    assertEquals(
        List.of(List.of(1, 2, 3), List.of(1, 4)),
        idsOf(Paths.NONE.with(tree.without(tree.branches().get(1).end()))));
    assertTrue(tree.without(tree.find(tokens(1)).orElseThrow()).branches().isEmpty());
  }

  @Test
  void pathsOfAnotherPromptAreKeptInATreeOfTheirOwn() {
    var paths = grown(ids(1, 2));
    var other = PathTree.of("q", Optional.empty());

    var both = paths.grow(other, other.root(), tokens(1), Optional.empty()).paths();

    assertEquals(List.of("p", "q"), both.trees().stream().map(PathTree::prompt).toList());
  }

  @Test
  void thePathOfTheCurrentTextIsNoChange() {
    var mine = new Continuation(Optional.empty(), tokens(1, 2));
    var paths = grown(ids(1, 2));

    assertTrue(paths.isSameAs(mine, Paths.NONE, mine));
    assertFalse(paths.isSameAs(Continuation.NONE, Paths.NONE, Continuation.NONE));
    assertTrue(paths.isSameAs(Continuation.NONE, grown(ids(1, 2)), Continuation.NONE));
  }

  @Test
  void aStepAfterFiveThousandTokensLooksAtOneToken() {
    var ids = IntStream.range(0, 5000).toArray();
    var paths = grown(ids);
    var tree = paths.trees().getFirst();
    var counted = new CountedTokens(tokens(IntStream.range(0, 5001).toArray()));

    var grown = paths.grow(tree, tree.branches().getFirst().end(), counted, Optional.empty());

    assertEquals(5001, grown.end().depth());
    assertEquals(1, counted.reads);
  }

  @Test
  void theOldestTreesGoWhenThereAreTooManyTokens() {
    var paths = grown(ids(1));
    var long1 = IntStream.range(0, Paths.MAX_TOKENS - 1).toArray();
    var one = PathTree.of("q", Optional.empty());
    paths = paths.grow(one, one.root(), tokens(long1), Optional.empty()).paths();
    var two = PathTree.of("r", Optional.empty());

    paths = paths.grow(two, two.root(), tokens(1, 2), Optional.empty()).paths();

    assertEquals(List.of("r"), paths.trees().stream().map(PathTree::prompt).toList());
  }

  /// Counts the tokens that are looked at.
  private static final class CountedTokens extends AbstractList<GeneratedToken> {

    private final List<GeneratedToken> tokens;
    private int reads;

    CountedTokens(List<GeneratedToken> tokens) {
      this.tokens = tokens;
    }

    @Override
    public GeneratedToken get(int index) {
      reads++;
      return tokens.get(index);
    }

    @Override
    public int size() {
      return tokens.size();
    }
  }
}
