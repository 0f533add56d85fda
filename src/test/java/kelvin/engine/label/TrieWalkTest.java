package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kelvin.inference.Cancellation;
import org.junit.jupiter.api.Test;

/// Tests the order in which passages are scored. If it were no walk through their trie, a sweep
/// would run prefixes twice; if lengths were mixed, batches would be filled up with useless tokens.
final class TrieWalkTest {

  @Test
  void passagesWithACommonPrefixStayTogether() {
    var random = new Random(8);
    for (int round = 0; round < 200; round++) {
      var passages = passages(random, 1 + random.nextInt(40));

      var walk = TrieWalk.of(passages, new Cancellation());

      assertEquals(new TreeSet<>(numbers(passages)), new TreeSet<>(numbers(walk)));
      assertEquals(passages.size(), walk.size());
      for (int length = 1; length <= 6; length++) {
        assertEquals(prefixes(walk, length).stream().distinct().toList(), runs(walk, length));
      }
    }
  }

  @Test
  void afterACommonBeginningShortPassagesComeBeforeLongOnes() {
    var lengths = new Random(9).ints(50, 3, 20).toArray();
    var passages = new ArrayList<Passage>();
    for (int i = 0; i < lengths.length; i++) {
      var ids = IntStream.range(0, lengths[i]).map(at -> at < 2 ? 7 : 100).toArray();
      // The third token tells all apart.
      ids[2] = 1000 - i;
      passages.add(new Passage(ids, 1, i, 0));
    }

    var walk = TrieWalk.of(passages, new Cancellation());

    assertEquals(
        Arrays.stream(lengths).sorted().boxed().toList(),
        walk.stream().map(Passage::length).toList());
  }

  @Test
  void aPassageComesBeforeThoseThatBeginWithIt() {
    var longest = IntStream.range(0, 5000).toArray();
    var passages =
        IntStream.rangeClosed(1, longest.length)
            .mapToObj(length -> new Passage(Arrays.copyOf(longest, length), 1, length, 0))
            .toList();

    var walk = TrieWalk.of(passages.reversed(), new Cancellation());

    assertEquals(numbers(passages), numbers(walk));
  }

  @Test
  void nothingIsInOrder() {
    assertTrue(TrieWalk.of(List.of(), new Cancellation()).isEmpty());
  }

  private static List<Passage> passages(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> new Passage(random.ints(1 + random.nextInt(6), 0, 3).toArray(), 1, number, 0))
        .toList();
  }

  private static List<Integer> numbers(List<Passage> passages) {
    return passages.stream().map(Passage::question).toList();
  }

  /// The first tokens of all passages that have so many.
  private static List<String> prefixes(List<Passage> walk, int length) {
    return walk.stream()
        .filter(passage -> passage.length() >= length)
        .map(passage -> Arrays.toString(Arrays.copyOf(passage.ids(), length)))
        .toList();
  }

  /// The same, once for passages that follow each other.
  private static List<String> runs(List<Passage> walk, int length) {
    var runs = new ArrayList<String>();
    for (var prefix : prefixes(walk, length)) {
      if (runs.isEmpty() || !runs.getLast().equals(prefix)) {
        runs.add(prefix);
      }
    }
    return runs;
  }
}
