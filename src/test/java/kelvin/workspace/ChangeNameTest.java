package kelvin.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.Temperature;
import kelvin.distribution.TokenScore;
import kelvin.distribution.TopP;
import kelvin.engine.GeneratedStep;
import kelvin.inference.StartToken;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.workspace.ComposedPrompt.Way;
import org.junit.jupiter.api.Test;

class ChangeNameTest {

  private static final TokenScore OWN = new TokenScore(-1, 1, 2);

  private static final Example HOT = new Example("hot", "cold", true);
  private static final Example BIG = new Example("big", "small", true);

  private final FewShotPrompt fewShot =
      new FewShotPrompt("", List.of(HOT, BIG), 2, Layout.QUESTIONS, "happy");
  private final ComposedPrompt prompt =
      new ComposedPrompt(Way.TEXT, "Once", fewShot, StartToken.AUTO);
  private final SamplingSettings sampling = sampling(SamplerChain.of(new Temperature(1)));
  private final Work work = new Work(prompt, LabelSettings.NONE, sampling, tokens(1, 2));

  @Test
  void changesOfThePromptAreNamed() {
    assertNamed("typing", new ComposedPrompt(Way.TEXT, "Once upon", fewShot, StartToken.AUTO));
    assertNamed(
        "change to few-shot", new ComposedPrompt(Way.FEW_SHOT, "Once", fewShot, StartToken.AUTO));
    assertNamed("start token", new ComposedPrompt(Way.TEXT, "Once", fewShot, StartToken.NEVER));
  }

  @Test
  void changesOfExamplesAreNamed() {
    var muted = new Example("hot", "cold", false);

    assertNamed("adding an example", examples(HOT, BIG, HOT));
    assertNamed("removing an example", examples(HOT));
    assertNamed("moving an example", examples(BIG, HOT));
    assertNamed("muting an example", examples(muted, BIG));
    assertNamed("editing an example", examples(new Example("hot", "icy", true), BIG));
    assertNamed("shots", new FewShotPrompt("", List.of(HOT, BIG), 1, Layout.QUESTIONS, "happy"));
    assertNamed(
        "layout", new FewShotPrompt("", List.of(HOT, BIG), 2, Layout.ALL.getLast(), "happy"));
    assertNamed("test input", new FewShotPrompt("", List.of(HOT, BIG), 2, Layout.QUESTIONS, "sad"));
    assertNamed(
        "instruction", new FewShotPrompt("Do", List.of(HOT, BIG), 2, Layout.QUESTIONS, "happy"));
  }

  @Test
  void changesOfTheChainAreNamedByTheStage() {
    assertNamed("temperature", sampling(SamplerChain.of(new Temperature(2))));
    assertNamed("top-p", sampling(SamplerChain.of(new Temperature(1), new TopP(0.9))));
    assertNamed("sampling", sampling(SamplerChain.of(new Temperature(2), new TopP(0.9))));
    assertNamed(
        "seed", new SamplingSettings(sampling.chain(), sampling.preset(), 7, DrawMode.INVERSE_CDF));
    assertNamed(
        "draw mode", new SamplingSettings(sampling.chain(), sampling.preset(), 1, DrawMode.GREEDY));
    assertNamed(
        "order of the stages",
        new SamplingSettings(sampling.chain(), SamplerPreset.VLLM, 1, DrawMode.INVERSE_CDF));
  }

  @Test
  void changesOfWhatWasGeneratedAreNamed() {
    var forced = new ArrayList<>(tokens(1, 2).tokens());
    forced.add(new GeneratedToken(draw(3), "c", 3, OWN, true));

    assertNamed("generating", tokens(1, 2, 3));
    assertNamed("going back", tokens(1));
    assertNamed("forced token", new Continuation(Optional.empty(), forced));
    assertNamed("forced token", tokens(1, 9));
  }

  private ComposedPrompt examples(Example... examples) {
    var changed = new FewShotPrompt("", List.of(examples), 2, Layout.QUESTIONS, "happy");
    return new ComposedPrompt(Way.TEXT, "Once", changed, StartToken.AUTO);
  }

  private static SamplingSettings sampling(SamplerChain chain) {
    return new SamplingSettings(chain, SamplerPreset.HUGGING_FACE, 1, DrawMode.INVERSE_CDF);
  }

  private static Continuation tokens(int... ids) {
    var tokens = new ArrayList<GeneratedToken>();
    for (int id : ids) {
      tokens.add(new GeneratedToken(draw(id), "t" + id, id, OWN, false));
    }
    return new Continuation(Optional.empty(), tokens);
  }

  private static GeneratedStep draw(int id) {
    return new GeneratedStep(0, id, 0.5, 0.5, 1, 0.3, 1, 10);
  }

  private void assertNamed(String expected, FewShotPrompt changed) {
    assertNamed(expected, new ComposedPrompt(Way.TEXT, "Once", changed, StartToken.AUTO));
  }

  /// What was generated is put aside with the prompt.
  private void assertNamed(String expected, ComposedPrompt changed) {
    var after = new Work(changed, work.labels(), work.sampling(), Continuation.NONE);
    assertEquals(expected, ChangeName.of(work, after));
  }

  private void assertNamed(String expected, SamplingSettings changed) {
    var after = new Work(work.prompt(), work.labels(), changed, work.continuation());
    assertEquals(expected, ChangeName.of(work, after));
  }

  private void assertNamed(String expected, Continuation changed) {
    var after = new Work(work.prompt(), work.labels(), work.sampling(), changed);
    assertEquals(expected, ChangeName.of(work, after));
  }
}
