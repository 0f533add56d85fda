package kelvin.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import kelvin.engine.path.TokenPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, the list leaves out an answer that is more probable than one that it shows.
class CompleteAnswersTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 60, 499, 500, Integer.MAX_VALUE})
  void theFewThatAreAskedForAreTheFirstOfAll(int max) {
    var complete = new CompleteAnswers();
    var random = new Random(8);
    for (int i = 0; i < 2000; i++) {
      // Texts come again and grow, and many have the same probability.
      double joint = -1 - random.nextInt(9);
      var way = new CompleteAnswers.Way(TokenPath.empty(), i, joint);
      complete.add("text " + random.nextInt(500), way, joint);
    }
    var all = complete.best(Integer.MAX_VALUE).toList();

    assertEquals(all.stream().limit(max).toList(), complete.best(max).toList());
    for (int i = 1; i < all.size(); i++) {
      var before = all.get(i - 1);
      int order = Double.compare(all.get(i).logProbability(), before.logProbability());
      assertTrue(order < 0 || (order == 0 && before.text().compareTo(all.get(i).text()) < 0));
    }
  }
}
