package kelvin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.lint.PromptFacts.FittingEnd;
import org.junit.jupiter.api.Test;

/// Tests the button that shortens a long prompt. If these fail, a user loses more of the prompt
/// than the model cannot take.
class TextFitTest {

  private final LoadedModel model =
      new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
  private final int limit = model.descriptor().contextLength().orElseThrow();

  private Optional<FittingEnd> end(String text, String... labels) {
    var trial = new Trial(new FreePrompt(text), List.of(labels), Optional.empty(), false);
    return TextFit.end(trial, StartToken.AUTO, model);
  }

  @Test
  void aTextThatFitsStaysWhole() {
    assertEquals(Optional.empty(), end("x".repeat(limit - 1)));
  }

  @Test
  void asFewTokensAsPossibleGo() {
    var text = "abc" + "x".repeat(limit - 1);

    assertEquals(Optional.of(new FittingEnd(3, "x".repeat(limit - 1))), end(text));
  }

  @Test
  void theLongestLabelFitsToo() {
    var text = "abc" + "x".repeat(limit - 1);

    assertEquals(Optional.of(new FittingEnd(7, "x".repeat(limit - 5))), end(text, "yes", "well"));
  }

  @Test
  void aLabelThatIsTooLongAloneIsNotHelped() {
    assertEquals(Optional.empty(), end("abc", "x".repeat(limit)));
  }
}
