package kelvin.ui.playground;

import java.util.function.Supplier;
import kelvin.engine.ContinuationDecoder;
import kelvin.text.Vocabulary;
import kelvin.ui.fx.KeptResults;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.prompt.ShownContinuation;

/// Keeps the generated tokens behind the prompt, so that both are one text.
final class RunningText {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final Supplier<Vocabulary> vocabulary;
  private final KeptResults<Step, Integer> ids = new KeptResults<>(Step::tokenId);
  private final KeptResults<Step, ShownContinuation.Word> words =
      new KeptResults<>(RunningText::word);
  private ContinuationDecoder decoder;

  RunningText(
      PromptViewModel prompt, GenerationViewModel generation, Supplier<Vocabulary> vocabulary) {
    this.prompt = prompt;
    this.generation = generation;
    this.vocabulary = vocabulary;
    decoder = new ContinuationDecoder(vocabulary.get());
    generation.steps().subscribe(this::follow);
  }

  private void follow() {
    var steps = generation.stepsNow();
    if (!decoder.isOf(vocabulary.get())) {
      decoder = new ContinuationDecoder(vocabulary.get());
    }
    var text = decoder.decode(ids.of(steps));
    generation.textProperty().set(text);
    prompt.follow(new ShownContinuation(text, words.of(steps)));
  }

  private static ShownContinuation.Word word(Step step) {
    return new ShownContinuation.Word(step.token().position(), step.numbers(), step::description);
  }
}
