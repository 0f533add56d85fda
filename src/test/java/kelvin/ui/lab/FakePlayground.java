package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.inference.StartToken;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;

/// A playground for tests with one prompt. It records the prompts that are restored.
final class FakePlayground implements PlaygroundPrompt {

  private FewShotPrompt prompt =
      new FewShotPrompt(
          "",
          List.of(new Example("a", "p"), new Example("b", "q"), new Example("c", "p")),
          3,
          Layout.of("{x}={y}", ";"),
          "d");
  private boolean fewShot = true;
  private final List<Trial> restored = new ArrayList<>();

  void compose(FewShotPrompt other) {
    prompt = other;
  }

  void showFewShot(boolean wanted) {
    fewShot = wanted;
  }

  FewShotPrompt prompt() {
    return prompt;
  }

  List<Trial> restored() {
    return restored;
  }

  @Override
  public Trial trial() {
    return new Trial(prompt, List.of(), Optional.empty(), false);
  }

  @Override
  public boolean isFewShot() {
    return fewShot;
  }

  @Override
  public StartToken startToken() {
    return StartToken.AUTO;
  }

  @Override
  public Trial composed() {
    return trial();
  }

  @Override
  public void restore(Trial wanted, String name) {
    restored.add(wanted);
  }
}
