package kelvin.workspace.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.Temperature;
import kelvin.distribution.TokenScore;
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
import kelvin.workspace.LabelSettings;
import kelvin.workspace.PromptSettings;
import kelvin.workspace.SamplingSettings;
import kelvin.workspace.Session;
import kelvin.workspace.Sessions;
import kelvin.workspace.TaskOrigin;
import kelvin.workspace.ViewSettings;
import kelvin.workspace.Work;
import kelvin.workspace.comparison.ComparedSide;
import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.comparison.OwnSampling;
import kelvin.workspace.paths.PathTree;
import kelvin.workspace.paths.Paths;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import org.junit.jupiter.api.Test;

/// Says in sentences what differs between two sessions. Without it the user decides blindly which
/// one to lose.
class SessionDifferenceTest {

  private static final SamplingSettings SAMPLING =
      new SamplingSettings(
          SamplerPreset.HUGGING_FACE.chain(), SamplerPreset.HUGGING_FACE, 42, DrawMode.INVERSE_CDF);

  @Test
  void theSameSessionHoldsTheSameWork() {
    assertEquals(List.of("Both hold the same work."), between(Sessions.some(), Sessions.some()));
  }

  @Test
  void aTextIsQuotedWithItsWhiteSpace() {
    assertEquals(
        List.of("The text is “Once” on disk and “Once⏎upon” here."),
        between(ofText("Once"), ofText("Once\nupon")));
    assertEquals(
        List.of("The text is empty on disk and “Once” here."), between(ofText(""), ofText("Once")));
  }

  @Test
  void onlySpacesThatCannotBeSeenGetASign() {
    assertEquals(
        List.of("The text is “a b” on disk and “a b␣” here."),
        between(ofText("a b"), ofText("a b ")));
  }

  @Test
  void sessionsThatDifferOnlyInNumbersAreNotCalledTheSame() {
    var disk = ofTokens(" a");
    var here = ofTokens(0.25, " a");

    assertEquals(List.of("They differ in details that are not listed here."), between(disk, here));
  }

  @Test
  void aLongTextIsQuotedWhereItDiffers() {
    var same = "word ".repeat(1000);

    assertEquals(
        List.of(
            "The text differs from character 5,001 on: it is"
                + " “…word word word word old” on disk and “…word word word word new😀” here."),
        between(ofText(same + "old"), ofText(same + "new😀")));
  }

  @Test
  void examplesAreComparedOneByOne() {
    var disk = ofExamples("a", "b", "c");
    var here = ofExamples("a", "x");

    assertEquals(
        List.of(
            "The number of examples is 3 on disk and 2 here.",
            "Example 2 is “b → out” on disk and “x → out” here.",
            "Example 3 is “c → out” on disk and missing here."),
        between(disk, here));
  }

  @Test
  void manyExamplesAreCounted() {
    var disk = ofExamples("a", "b", "c", "d", "e", "f", "g");
    var here = ofExamples("1", "2", "3", "4", "5", "6", "7");

    assertEquals("2 more examples differ.", between(disk, here).getLast());
  }

  @Test
  void aStageIsNamedWithItsSetting() {
    var chain = SAMPLING.chain().with(new Temperature(0.5));

    var found =
        between(
            ofSampling(SAMPLING),
            ofSampling(
                new SamplingSettings(chain, SamplerPreset.HUGGING_FACE, 7, DrawMode.GUMBEL)));

    assertTrue(found.contains("temperature is 1 on disk and 0.5 here."), found.toString());
    assertTrue(found.contains("The seed is 42 on disk and 7 here."), found.toString());
    assertTrue(
        found.contains("The draw is “inverse CDF” on disk and “Gumbel-max” here."),
        found.toString());
  }

  @Test
  void generatedTokensAreCountedAndComparedOneByOne() {
    assertEquals(
        List.of(
            "The number of generated tokens is 3 on disk and 2 here.",
            "Generated token 2 is “␣b” on disk and “␣x” here.",
            "Generated token 3 is “␣c” on disk and missing here."),
        between(ofTokens(" a", " b", " c"), ofTokens(" a", " x")));
  }

  @Test
  void labelsAndTheRightAnswerAreNamed() {
    var disk = ofLabels(List.of("yes", "no"), Optional.empty());
    var here = ofLabels(List.of("yes"), Optional.of("yes"));

    assertEquals(
        List.of(
            "The labels are “yes”, “no” on disk and “yes” here.",
            "The right answer is missing on disk and “yes” here."),
        between(disk, here));
  }

  @Test
  void keptPathsAreComparedByNameAndText() {
    var disk = ofTokens(" a");
    var tokens = ofTokens(" b").work().continuation().tokens();
    var tree = PathTree.of("", Optional.empty());
    var paths = Paths.NONE.grow(tree, tree.root(), tokens, Optional.empty()).paths();
    var here =
        new Session(
            disk.work().withPaths(paths),
            disk.setAside(),
            disk.results(),
            disk.viewSettings(),
            disk.model(),
            disk.other());

    assertEquals(
        List.of(
            "The number of paths is 0 on disk and 1 here.",
            "Path 1 is missing on disk and “path 1:␣␣b” here."),
        between(disk, here));
  }

  @Test
  void theSidesOfTheComparisonAreNamed() {
    var plain = ofText("Once");
    var work = plain.work();
    var sampled = new OwnSampling(SamplerChain.NEUTRAL, SamplerPreset.VLLM);
    var compared =
        new Work(
            work.prompt(),
            work.labels(),
            work.sampling(),
            work.continuation(),
            work.task(),
            new Comparison(
                new ComparedSide(Optional.empty(), Optional.of(sampled)),
                ComparedSide.of("Twice")));
    var other =
        new Session(compared, List.of(), List.of(), ViewSettings.PLAIN, Optional.empty(), Map.of());

    assertEquals(
        List.of(
            "The sampling of side A of Compare differs.",
            "The prompt of side B of Compare is missing on disk and “Twice” here."),
        between(plain, other));
  }

  private static List<String> between(Session disk, Session here) {
    return SessionDifference.between(disk, here, new NamesOfFiles());
  }

  private static Session ofText(String text) {
    return of(prompt(text, List.of()), LabelSettings.NONE, SAMPLING, Continuation.NONE);
  }

  private static Session ofExamples(String... inputs) {
    var examples = Stream.of(inputs).map(input -> new Example(input, "out", true)).toList();
    return of(prompt("", examples), LabelSettings.NONE, SAMPLING, Continuation.NONE);
  }

  private static Session ofSampling(SamplingSettings sampling) {
    return of(prompt("", List.of()), LabelSettings.NONE, sampling, Continuation.NONE);
  }

  private static Session ofLabels(List<String> labels, Optional<String> answer) {
    return of(
        prompt("", List.of()),
        new LabelSettings(labels, answer, false, Normalization.NONE, List.of()),
        SAMPLING,
        Continuation.NONE);
  }

  private static Session ofTokens(String... texts) {
    return ofTokens(0.5, texts);
  }

  private static Session ofTokens(double u, String... texts) {
    var tokens =
        Stream.of(texts)
            .map(
                text ->
                    new GeneratedToken(
                        new GeneratedStep(0, text.hashCode(), 1, 1, 1, u, 1, 1),
                        text,
                        0,
                        new TokenScore(-1, 1, 2),
                        false))
            .toList();
    return of(
        prompt("", List.of()),
        LabelSettings.NONE,
        SAMPLING,
        new Continuation(Optional.empty(), tokens));
  }

  private static PromptSettings prompt(String text, List<Example> examples) {
    return new PromptSettings(
        Composition.TEXT,
        text,
        new ZeroShotPrompt(new ZeroShotTemplate(ZeroShotKind.QUESTION, "{x}"), "", List.of()),
        new FewShotPrompt("", examples, 2, Layout.QUESTIONS, ""),
        StartToken.AUTO);
  }

  private static Session of(
      PromptSettings prompt,
      LabelSettings labels,
      SamplingSettings sampling,
      Continuation continuation) {
    return new Session(
        new Work(prompt, labels, sampling, continuation, TaskOrigin.NONE),
        List.of(),
        List.of(),
        ViewSettings.PLAIN,
        Optional.empty(),
        Map.of());
  }
}
