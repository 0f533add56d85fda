package kelvin.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FewShotPromptTest {

  private static final List<Example> EXAMPLES =
      List.of(
          new Example("hot", "cold", true),
          new Example("big", "small", false),
          new Example("up", "down", true));

  @Test
  void examplesStandBeforeTheQuestion() {
    var prompt = new FewShotPrompt("", EXAMPLES, 3, Layout.QUESTIONS, "happy");

    assertEquals("Q: hot\nA: cold\nQ: up\nA: down\nQ: happy\nA:", prompt.render());
  }

  @Test
  void theFirstUsedExamplesAreTheShots() {
    var prompt = new FewShotPrompt("", EXAMPLES, 1, Layout.QUESTIONS, "happy");

    assertEquals("Q: hot\nA: cold\nQ: happy\nA:", prompt.render());
  }

  @Test
  void withoutShotsItIsTheQuestionAlone() {
    var prompt = new FewShotPrompt("", EXAMPLES, 0, Layout.QUESTIONS, "happy");

    assertEquals("Q: happy\nA:", prompt.render());
  }

  @Test
  void anInstructionStandsFirst() {
    var prompt = new FewShotPrompt("Opposites.", EXAMPLES, 1, Layout.ALL.get(2), "happy");

    assertEquals("Opposites.\nhot -> cold\nhappy ->", prompt.render());
  }

  @Test
  void theBeginningsOfExamplesAndQuestionAreKnownWithAndWithoutAnInstruction() {
    var prompt = new FewShotPrompt("Opposites.", EXAMPLES, 1, Layout.ALL.get(2), "happy");
    var bare = prompt.withInstruction("");

    assertEquals(List.of(11, 23), prompt.starts());
    assertEquals(List.of(0, 12), bare.starts());
    assertEquals("happy ->", bare.render().substring(bare.starts().getLast()));
  }

  @Test
  void bracesAndLineBreaksInAnExampleStayAsTheyAre() {
    var examples = List.of(new Example("a {y}\nb {x}", "{x}", true));

    var prompt = new FewShotPrompt("", examples, 1, Layout.QUESTIONS, "c {y}");

    assertEquals("Q: a {y}\nb {x}\nA: {x}\nQ: c {y}\nA:", prompt.render());
  }

  @Test
  void thePromptNeverEndsInASpace() {
    for (var layout : Layout.ALL) {
      var rendered = new FewShotPrompt("", EXAMPLES, 2, layout, "happy").render();
      assertEquals(rendered.stripTrailing(), rendered, layout.name());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Q: {x}", "A: {y}", "{y} {x}", ""})
  void aLayoutWithoutPlacesForInputAndOutputIsRefused(String template) {
    assertThrows(IllegalArgumentException.class, () -> new Layout("own", template, "\n"));
  }
}
