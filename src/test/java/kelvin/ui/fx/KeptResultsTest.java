package kelvin.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// If these tests fail, playing a long text becomes slower with each token, or a token shows the
/// numbers of another one.
class KeptResultsTest {

  private final List<String> computed = new ArrayList<>();
  private final KeptResults<String, Integer> lengths =
      new KeptResults<>(
          word -> {
            computed.add(word);
            return word.length();
          });

  @Test
  void anElementBehindTheOthersIsComputedAlone() {
    lengths.of(List.of("a", "bb"));
    computed.clear();

    assertEquals(List.of(1, 2, 3), lengths.of(List.of("a", "bb", "ccc")));
    assertEquals(List.of("ccc"), computed);
  }

  @Test
  void aListThatIsCutNeedsNothingNew() {
    lengths.of(List.of("a", "bb", "ccc"));
    computed.clear();

    assertEquals(List.of(1), lengths.of(List.of("a")));
    assertEquals(List.of(), computed);
  }

  @Test
  void anElementInThePlaceOfAnotherIsComputedAgain() {
    lengths.of(List.of("a", "bb", "ccc"));
    computed.clear();

    assertEquals(List.of(1, 4, 3), lengths.of(List.of("a", "bbbb", "ccc")));
    assertEquals(List.of("bbbb"), computed);
  }

  @Test
  void aListThatChangesLaterDoesNotChangeWhatIsKept() {
    var words = new ArrayList<>(List.of("a"));
    lengths.of(words);
    words.set(0, "bb");

    assertEquals(List.of(2), lengths.of(words));
  }
}
