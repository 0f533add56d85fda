package kelvin.workspace.history;

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
import kelvin.engine.label.Normalization;
import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.ZeroShotTemplate;
import kelvin.prompt.chat.Chats;
import kelvin.workspace.LabelSettings;
import kelvin.workspace.PromptSettings;
import kelvin.workspace.SamplingSettings;
import kelvin.workspace.TaskOrigin;
import kelvin.workspace.Work;
import kelvin.workspace.comparison.ComparedSide;
import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.comparison.OwnSampling;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import org.junit.jupiter.api.Test;

class ChangeNameTest {

  private static final TokenScore OWN = new TokenScore(-1, 1, 2);
  private static final ComparedSide B = Comparison.NONE.b();

  private static final Example HOT = new Example("hot", "cold", true);
  private static final Example BIG = new Example("big", "small", true);

  private final FewShotPrompt fewShot =
      new FewShotPrompt("", List.of(HOT, BIG), 2, Layout.QUESTIONS, "happy");
  private final ZeroShotPrompt zeroShot =
      new ZeroShotPrompt(ZeroShotKind.QUESTION.template(), "Who?", List.of());
  private final PromptSettings prompt =
      new PromptSettings(Composition.TEXT, "Once", zeroShot, fewShot, StartToken.AUTO);
  private final SamplingSettings sampling = sampling(SamplerChain.of(new Temperature(1)));
  private final Work work =
      new Work(prompt, LabelSettings.NONE, sampling, tokens(1, 2), TaskOrigin.NONE);

  @Test
  void changesOfTheComparedSidesAreNamed() {
    assertEquals("prompt of A", ChangeName.of(work, compared(ComparedSide.of("x"), B)));
    assertEquals(
        "prompt of B", ChangeName.of(work, compared(ComparedSide.FOLLOWING, ComparedSide.of("x"))));
    var sampled =
        new ComparedSide(
            B.prompt(), Optional.of(new OwnSampling(SamplerChain.NEUTRAL, SamplerPreset.VLLM)));
    assertEquals("sampling of B", ChangeName.of(work, compared(ComparedSide.FOLLOWING, sampled)));
    assertEquals(
        "same as the playground", ChangeName.of(compared(ComparedSide.FOLLOWING, sampled), work));
  }

  private Work compared(ComparedSide a, ComparedSide b) {
    return new Work(
        work.prompt(),
        work.labels(),
        work.sampling(),
        work.continuation(),
        work.task(),
        new Comparison(a, b));
  }

  @Test
  void changesOfThePromptAreNamed() {
    assertNamed(
        "typing",
        new PromptSettings(Composition.TEXT, "Once upon", zeroShot, fewShot, StartToken.AUTO));
    assertNamed(
        "change to few-shot",
        new PromptSettings(Composition.FEW_SHOT, "Once", zeroShot, fewShot, StartToken.AUTO));
    assertNamed(
        "start token",
        new PromptSettings(Composition.TEXT, "Once", zeroShot, fewShot, StartToken.NEVER));
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
  void changesOfAChatAreNamed() {
    var chat = Chats.of("user: a", "assistant: b", "user: c");
    var switches = chat.switches();

    assertEquals(
        "adding a turn", ChatChangeName.of(Chats.of("user: a"), Chats.of("user: a", "user: b")));
    assertEquals("removing turns", ChatChangeName.of(chat, Chats.of("user: a")));
    assertEquals(
        "moving a turn", ChatChangeName.of(chat, Chats.of("assistant: b", "user: a", "user: c")));
    assertEquals(
        "role of a turn",
        ChatChangeName.of(chat, Chats.of("system: a", "assistant: b", "user: c")));
    assertEquals(
        "editing a turn", ChatChangeName.of(chat, Chats.of("user: x", "assistant: b", "user: c")));
    assertEquals(
        "plain text", ChatChangeName.of(chat, chat.withSwitches(switches.withPlain(true))));
    assertEquals(
        "beginning of the answer", ChatChangeName.of(chat, chat.withSwitches(switches.closed())));
    var asked =
        new PromptSettings(Composition.TEXT, "Once", zeroShot, fewShot, chat, StartToken.AUTO);
    assertNamed("adding turns", asked);
  }

  @Test
  void changesOfManyExamplesAreNamed() {
    var small = new Example("small", "big", true);
    var before = new FewShotPrompt("", List.of(HOT, BIG, small), 2, Layout.QUESTIONS, "happy");

    assertEquals("shuffling", nameOf(before, List.of(small, BIG, HOT)));
    assertEquals("moving an example", nameOf(before, List.of(small, HOT, BIG)));
    assertEquals("moving an example", nameOf(before, List.of(BIG, small, HOT)));
    assertEquals("removing examples", nameOf(before, List.of(small)));
    assertEquals("adding examples", nameOf(before, List.of(HOT, BIG, small, HOT, BIG)));
    assertEquals(
        "muting examples",
        nameOf(before, List.of(HOT.withUsed(false), BIG.withUsed(false), small)));
  }

  private static String nameOf(FewShotPrompt before, List<Example> after) {
    return PromptChangeName.of(before, before.withExamples(after));
  }

  @Test
  void changesOfATaskInWordsAreNamed() {
    assertNamed("input", new ZeroShotPrompt(zeroShot.template(), "What?", List.of()));
    assertNamed(
        "template",
        new ZeroShotPrompt(new ZeroShotTemplate(ZeroShotKind.QUESTION, "{x}!"), "Who?", List.of()));
    assertNamed(
        "kind of task", new ZeroShotPrompt(ZeroShotKind.CLOZE.template(), "Who?", List.of()));
  }

  private void assertNamed(String expected, ZeroShotPrompt changed) {
    assertNamed(
        expected, new PromptSettings(Composition.TEXT, "Once", changed, fewShot, StartToken.AUTO));
  }

  @Test
  void changesOfLabelsAreNamed() {
    var yes =
        new LabelSettings(List.of("yes"), Optional.empty(), false, Normalization.NONE, List.of());

    assertEquals("adding a label", PromptChangeName.of(LabelSettings.NONE, yes));
    assertEquals("removing a label", PromptChangeName.of(yes, LabelSettings.NONE));
    assertEquals(
        "right answer",
        PromptChangeName.of(
            yes,
            new LabelSettings(
                List.of("yes"), Optional.of("yes"), false, Normalization.NONE, List.of())));
    assertEquals(
        "what ends the labels",
        PromptChangeName.of(
            yes,
            new LabelSettings(
                List.of("yes"), Optional.empty(), true, Normalization.NONE, List.of())));
    assertEquals(
        "normalisation",
        PromptChangeName.of(
            yes,
            new LabelSettings(
                List.of("yes"), Optional.empty(), false, Normalization.PMI, List.of())));
    assertEquals(
        "content-free inputs",
        PromptChangeName.of(
            yes,
            new LabelSettings(
                List.of("yes"), Optional.empty(), false, Normalization.NONE, List.of(""))));
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

  private PromptSettings examples(Example... examples) {
    var changed = new FewShotPrompt("", List.of(examples), 2, Layout.QUESTIONS, "happy");
    return new PromptSettings(Composition.TEXT, "Once", zeroShot, changed, StartToken.AUTO);
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
    assertNamed(
        expected, new PromptSettings(Composition.TEXT, "Once", zeroShot, changed, StartToken.AUTO));
  }

  /// The continuation is set aside together with the prompt.
  private void assertNamed(String expected, PromptSettings changed) {
    var after = new Work(changed, work.labels(), work.sampling(), Continuation.NONE, work.task());
    assertEquals(expected, ChangeName.of(work, after));
  }

  private void assertNamed(String expected, SamplingSettings changed) {
    var after = new Work(work.prompt(), work.labels(), changed, work.continuation(), work.task());
    assertEquals(expected, ChangeName.of(work, after));
  }

  private void assertNamed(String expected, Continuation changed) {
    var after = new Work(work.prompt(), work.labels(), work.sampling(), changed, work.task());
    assertEquals(expected, ChangeName.of(work, after));
  }
}
