package kelvin.ui.playground;

import java.util.function.Supplier;
import kelvin.engine.ContinuationDecoder;
import kelvin.text.Vocabulary;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.generation.Step;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.prompt.ShownContinuation;

/// Keeps the generated tokens behind the prompt, so that both are one text.
final class RunningText {

  private final PromptViewModel prompt;
  private final GenerationViewModel generation;
  private final Supplier<Vocabulary> vocabulary;
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
    var steps = generation.steps();
    var ids = steps.stream().map(Step::tokenId).toList();
    if (!decoder.isOf(vocabulary.get())) {
      decoder = new ContinuationDecoder(vocabulary.get());
    }
    var text = decoder.decode(ids);
    generation.textProperty().set(text);
    prompt.follow(new ShownContinuation(text, steps.stream().map(RunningText::word).toList()));
  }

  private static ShownContinuation.Word word(Step step) {
    return new ShownContinuation.Word(step.token().position(), step.numbers(), step::description);
  }
}
