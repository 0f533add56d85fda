package kelvin.workspace.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.distribution.DrawMode;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageKind;
import kelvin.distribution.SuppressedTokens;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.Xtc;
import kelvin.engine.label.Normalization;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.task.TaskNotes;
import kelvin.prompt.task.TestInput;
import kelvin.workspace.LabelSettings;
import kelvin.workspace.PromptSettings;
import kelvin.workspace.ResultTable;
import kelvin.workspace.ResultTable.TextColumn;
import kelvin.workspace.SamplingSettings;
import kelvin.workspace.Session;
import kelvin.workspace.Sessions;
import kelvin.workspace.TaskOrigin;
import kelvin.workspace.Work;
import kelvin.workspace.comparison.ComparedSide;
import kelvin.workspace.comparison.Comparison;
import kelvin.workspace.token.Branch;
import kelvin.workspace.token.Continuation;
import org.junit.jupiter.api.Test;

/// No two quotes of a difference look the same, and none of its sentences is false. Otherwise the
/// user overwrites a file because it seems to hold the same.
class DifferenceInDetailTest {

  private static final String LONG = "word ".repeat(20);
  private static final String UNLISTED = "They differ in details that are not listed here.";

  private final Session some = Sessions.some();

  @Test
  void longExamplesAreQuotedWhereTheyDiffer() {
    assertEquals(
        List.of(
            "Example 1 differs from character 101 on: it is “…word word word word old → out”"
                + " on disk and “…word word word word new → out” here."),
        between(ofExample(LONG + "old"), ofExample(LONG + "new")));
  }

  @Test
  void aLongPromptOfASideIsQuotedWhereItDiffers() {
    assertEquals(
        List.of(
            "The prompt of side B of Compare differs from character 101 on: it is"
                + " “…word word word word old” on disk and “…word word word word new” here."),
        between(ofSideB(LONG + "old"), ofSideB(LONG + "new")));
  }

  @Test
  void contentOfAnotherVersionIsNotPrinted() {
    var large = IntStream.range(0, 1000).boxed().toList();

    assertEquals(
        List.of("The other content “lesson” differs."),
        between(ofOther(Map.of("lesson", large)), ofOther(Map.of("lesson", LONG))));
  }

  @Test
  void aLongLayoutIsQuotedWhereItDiffers() {
    assertEquals(
        List.of(
            "The layout of an example differs from character 101 on: it is"
                + " “…word word word word old{x}{y}” on disk"
                + " and “…word word word word new{x}{y}” here."),
        between(ofLayout(LONG + "old{x}{y}"), ofLayout(LONG + "new{x}{y}")));
  }

  @Test
  void aLongRightAnswerIsQuotedWhereItDiffers() {
    assertEquals(
        List.of(
            "The right answer differs from character 101 on: it is"
                + " “…word word word word old” on disk and “…word word word word new” here."),
        between(ofAnswer(List.of(), LONG + "old"), ofAnswer(List.of(), LONG + "new")));
  }

  @Test
  void listsThatWouldLookTheSameAreNotQuoted() {
    assertEquals(
        List.of("The labels differ in a part that is not shown here."),
        between(ofAnswer(List.of(LONG + "old"), ""), ofAnswer(List.of(LONG + "new"), "")));
  }

  @Test
  void ofALongListTheFirstElementsAreShown() {
    var numbers = IntStream.rangeClosed(1, 1000).mapToObj(Integer::toString).toList();

    assertEquals(
        List.of(
            "The labels are “1”, “2”, “3”, “4”, “5”, “6”, “7”, “8”, “9”, “10” and 990 more on disk"
                + " and “1” here."),
        between(ofAnswer(numbers, ""), ofAnswer(List.of("1"), "")));
  }

  @Test
  void aLongSettingOfAStageIsCut() {
    var one = SamplerChain.NEUTRAL.with(new SuppressedTokens(List.of(List.of(1))));
    var many =
        SamplerChain.NEUTRAL.with(
            new SuppressedTokens(IntStream.range(0, 1000).mapToObj(List::of).toList()));

    assertEquals(
        List.of(
            "The setting “sequences” of suppressed-tokens is 1 on disk"
                + " and 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 990 more here."),
        between(ofChain(one), ofChain(many)));
  }

  @Test
  void oneThingIsAndSeveralAre() {
    assertEquals(
        List.of("The text between two examples is “a” on disk and “b” here."),
        between(ofLayout("{x}{y}", "a"), ofLayout("{x}{y}", "b")));
    assertEquals(
        List.of("The content-free inputs are “N/A” on disk and missing here."),
        between(ofContentFree(List.of("N/A")), ofContentFree(List.of())));
  }

  @Test
  void theOrderOfTheStagesIsToldBesideTheirSettings() {
    var topK = new TopK(50, TopK.Ties.KEEP);
    var chain = SamplerChain.of(new Temperature(1), topK);
    var reversed = SamplerChain.of(topK, new Temperature(0.5));

    assertEquals(
        List.of(
            "temperature is 1 on disk and 0.5 here.",
            "The order of the stages is “temperature”, “top-k” on disk"
                + " and “top-k”, “temperature” here."),
        between(ofChain(chain), ofChain(reversed)));
  }

  @Test
  void onlyTheStagesWithAnotherPlaceAreNamed() {
    var topK = new TopK(50, TopK.Ties.KEEP);
    var topP = new TopP(0.9);
    var minP = new MinP(0.1);
    var xtc = new Xtc(1, 0.1);

    assertEquals(
        List.of(
            "The stage xtc is only here.",
            "The order of some stages is “top-p”, “min-p” on disk and “min-p”, “top-p” here."),
        between(
            ofChain(SamplerChain.of(topK, topP, minP)),
            ofChain(SamplerChain.of(topK, minP, xtc, topP))));
  }

  @Test
  void aSignForWhiteSpaceIsNotTakenForASpace() {
    var same = "word ".repeat(20);

    assertEquals(
        List.of("The right answer differs in a part that is not shown here."),
        between(ofAnswer(List.of(), "a b"), ofAnswer(List.of(), "a␣b")));
    assertEquals(
        List.of("The right answer differs from character 102 on."),
        between(ofAnswer(List.of(), same + "a b"), ofAnswer(List.of(), same + "a␣b")));
  }

  @Test
  void aStageIsInUseOrNot() {
    var chain = SamplerPreset.HUGGING_FACE.chain();

    assertEquals(
        List.of("The stage top-k is in use on disk and not in use here."),
        between(
            ofChain(chain.switched(StageKind.TOP_K, true)),
            ofChain(chain.switched(StageKind.TOP_K, false))));
  }

  @Test
  void notesOfATaskAreDetails() {
    var other = new TaskNotes("Opposites", "Another description.", "");

    assertEquals(
        List.of(UNLISTED),
        between(ofTask(new TaskNotes("Opposites", "A description.", ""), "a"), ofTask(other, "a")));
  }

  @Test
  void testInputsAreComparedWithTheirAnswers() {
    var notes = new TaskNotes("Opposites", "", "");

    assertEquals(
        List.of("Test input 1 is “happy → a” on disk and “happy → b” here."),
        between(ofTask(notes, "a"), ofTask(notes, "b")));
  }

  @Test
  void aTextInAResultIsADetail() {
    assertEquals(List.of(UNLISTED), between(ofResult("1 2 3"), ofResult("3 2 1")));
  }

  @Test
  void continuationsSetAsideAreCountedAndCompared() {
    assertEquals(
        List.of("Continuation set aside 1 is “a” on disk and “b” here."),
        between(ofSetAside("a"), ofSetAside("b")));
    assertEquals(
        List.of(
            "The number of continuations set aside is 1 on disk and 2 here.",
            "Continuation set aside 2 is missing on disk and “b” here."),
        between(ofSetAside("a"), ofSetAside("a", "b")));
  }

  private static List<String> between(Session disk, Session here) {
    return SessionDifference.between(disk, here, new NamesOfFiles());
  }

  private Session ofExample(String input) {
    return ofFewShot(List.of(new Example(input, "out", true)), Layout.QUESTIONS);
  }

  private Session ofLayout(String template) {
    return ofLayout(template, "\n");
  }

  private Session ofLayout(String template, String separator) {
    return ofFewShot(List.of(), new Layout("Mine", template, separator));
  }

  private Session ofFewShot(List<Example> examples, Layout layout) {
    var prompt = some.work().prompt();
    return ofPrompt(
        new PromptSettings(
            prompt.way(),
            prompt.text(),
            prompt.zeroShot(),
            new FewShotPrompt("", examples, 2, layout, ""),
            prompt.startToken()));
  }

  private Session ofPrompt(PromptSettings prompt) {
    var work = some.work();
    return of(new Work(prompt, work.labels(), work.sampling(), work.continuation(), work.task()));
  }

  private Session ofAnswer(List<String> labels, String answer) {
    return ofLabels(
        new LabelSettings(labels, Optional.of(answer), false, Normalization.NONE, List.of()));
  }

  private Session ofContentFree(List<String> inputs) {
    return ofLabels(
        new LabelSettings(List.of(), Optional.empty(), false, Normalization.NONE, inputs));
  }

  private Session ofLabels(LabelSettings labels) {
    var work = some.work();
    return of(new Work(work.prompt(), labels, work.sampling(), work.continuation(), work.task()));
  }

  private Session ofChain(SamplerChain chain) {
    var work = some.work();
    var sampling =
        new SamplingSettings(chain, SamplerPreset.HUGGING_FACE, 42, DrawMode.INVERSE_CDF);
    return of(new Work(work.prompt(), work.labels(), sampling, work.continuation(), work.task()));
  }

  private Session ofSideB(String prompt) {
    var work = some.work();
    var compared = new Comparison(ComparedSide.FOLLOWING, ComparedSide.of(prompt));
    return of(
        new Work(
            work.prompt(),
            work.labels(),
            work.sampling(),
            work.continuation(),
            work.task(),
            compared));
  }

  private Session ofTask(TaskNotes notes, String answer) {
    var work = some.work();
    var task = new TaskOrigin(notes, List.of(new TestInput("happy", Optional.of(answer))));
    return of(new Work(work.prompt(), work.labels(), work.sampling(), work.continuation(), task));
  }

  private Session of(Work work) {
    return new Session(
        work, some.setAside(), some.results(), some.viewSettings(), some.model(), some.other());
  }

  private Session ofResult(String order) {
    var table =
        new ResultTable(
            "orders", "Order", Map.of(), List.of(new TextColumn("order", List.of(order))));
    return new Session(
        some.work(),
        some.setAside(),
        List.of(table),
        some.viewSettings(),
        some.model(),
        some.other());
  }

  private Session ofSetAside(String... prompts) {
    var branches =
        List.of(prompts).stream().map(text -> new Branch(text, Continuation.NONE)).toList();
    return new Session(
        some.work(), branches, some.results(), some.viewSettings(), some.model(), some.other());
  }

  private Session ofOther(Map<String, Object> other) {
    return new Session(
        some.work(), some.setAside(), some.results(), some.viewSettings(), some.model(), other);
  }
}
