package kelvin.workspace.difference;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kelvin.prompt.Example;
import kelvin.prompt.chat.Chat;
import kelvin.workspace.LabelSettings;
import kelvin.workspace.PromptSettings;
import kelvin.workspace.ResultTable;
import kelvin.workspace.SamplingSettings;
import kelvin.workspace.Session;
import kelvin.workspace.ViewSettings;
import kelvin.workspace.comparison.ComparedSide;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.token.Continuation;
import kelvin.workspace.token.GeneratedToken;
import kelvin.workspace.token.ModelReference;

/// Compares the session of a window with the one in its file, part by part.
public final class SessionDifference {

  private final Differences found = new Differences();
  private final StageWords words;

  private SessionDifference(StageWords words) {
    this.words = words;
  }

  /// One sentence for each difference; a single one if both hold the same work.
  public static List<String> between(Session disk, Session here, StageWords words) {
    var difference = new SessionDifference(words);
    difference.compare(disk, here);
    var sentences = difference.found.sentences();
    if (!sentences.isEmpty()) {
      return sentences;
    }
    return List.of(
        disk.holdsSameWork(here) && disk.setAside().equals(here.setAside())
            ? "Both hold the same work."
            : "They differ in details that are not listed here.");
  }

  private void compare(Session disk, Session here) {
    comparePrompts(disk.work().prompt(), here.work().prompt());
    compareLabels(disk.work().labels(), here.work().labels());
    found.compareTexts("The task", task(disk), task(here));
    found.compareLists("test inputs", "Test input", tests(disk), tests(here));
    compareSampling(disk.work().sampling(), here.work().sampling());
    compareSides("A", disk.work().comparison().a(), here.work().comparison().a());
    compareSides("B", disk.work().comparison().b(), here.work().comparison().b());
    found.compareLists("generated tokens", "Generated token", tokens(disk), tokens(here));
    found.compareLists("paths", "Path", paths(disk), paths(here));
    found.compareLists(
        "continuations set aside", "Continuation set aside", setAside(disk), setAside(here));
    found.compareLists("sweep results", "Sweep result", titles(disk), titles(here));
    found.compareTexts(
        "The model",
        disk.model().map(ModelReference::name),
        here.model().map(ModelReference::name));
    compareViews(disk.viewSettings(), here.viewSettings());
    compareOther(disk.other(), here.other());
  }

  private static Optional<String> task(Session session) {
    return Optional.of(session.work().task().notes().name()).filter(name -> !name.isEmpty());
  }

  private void comparePrompts(PromptSettings disk, PromptSettings here) {
    found.compare("The way to compose the prompt", disk.way().title(), here.way().title());
    found.compareTexts("The text", disk.text(), here.text());
    found.compare("The start token", disk.startToken().title(), here.startToken().title());
    var before = disk.zeroShot();
    var after = here.zeroShot();
    found.compare(
        "The kind of task", before.template().kind().title(), after.template().kind().title());
    found.compareTexts("The task in words", before.template().text(), after.template().text());
    found.compareTexts("The input of the task", before.input(), after.input());
    var shots = disk.fewShot();
    var others = here.fewShot();
    found.compareTexts("The instruction", shots.instruction(), others.instruction());
    found.compareLists(
        "examples", "Example", examples(shots.examples()), examples(others.examples()));
    found.compare("The number of shots", shots.shots(), others.shots());
    found.compareTexts(
        "The layout of an example", shots.layout().template(), others.layout().template());
    found.compareTexts(
        "The text between two examples", shots.layout().separator(), others.layout().separator());
    found.compareTexts("The test input", shots.question(), others.question());
    compareChats(disk.chat(), here.chat());
  }

  private void compareChats(Chat disk, Chat here) {
    found.compareLists("turns", "Turn", turns(disk), turns(here));
    var before = disk.switches();
    var after = here.switches();
    found.compare("Writing the chat as plain text", before.plain(), after.plain());
    found.compare("Beginning the answer", before.beginsAnswer(), after.beginsAnswer());
    found.compare("The thinking", before.thinking().title(), after.thinking().title());
    found.compareTexts("The list of tools", before.tools(), after.tools());
    found.compareTexts("The chat template", before.template(), after.template());
  }

  private static List<String> turns(Chat chat) {
    return chat.turns().stream().map(turn -> turn.role().title() + ": " + turn.text()).toList();
  }

  private static List<String> examples(List<Example> examples) {
    return examples.stream()
        .map(each -> each.input() + " → " + each.output() + (each.used() ? "" : " (muted)"))
        .toList();
  }

  private void compareLabels(LabelSettings disk, LabelSettings here) {
    found.compareSeveral("The labels", disk.labels(), here.labels());
    found.compareTexts("The right answer", disk.answer(), here.answer());
    found.compare("Scoring each label with its end", disk.closed(), here.closed());
    found.compare("The normalisation", disk.normalization().title(), here.normalization().title());
    found.compareSeveral("The content-free inputs", disk.contentFree(), here.contentFree());
  }

  private void compareSampling(SamplingSettings disk, SamplingSettings here) {
    found.compare("The order of sampling", disk.preset().title(), here.preset().title());
    found.compare("The seed", disk.seed(), here.seed());
    found.compare("The draw", disk.mode().title(), here.mode().title());
    new StageDifference(found, words).compare(disk.chain(), here.chain());
  }

  private void compareSides(String name, ComparedSide disk, ComparedSide here) {
    found.compareTexts("The prompt of side " + name + " of Compare", own(disk), own(here));
    if (!disk.sampling().equals(here.sampling())) {
      found.add("The sampling of side " + name + " of Compare differs.");
    }
  }

  /// An empty text is none.
  private static Optional<String> own(ComparedSide side) {
    return side.prompt().filter(text -> !text.isEmpty());
  }

  private static List<String> tests(Session session) {
    return session.work().task().tests().stream()
        .map(test -> test.input() + test.answer().map(answer -> " → " + answer).orElse(""))
        .toList();
  }

  private static List<String> tokens(Session session) {
    return tokens(session.work().continuation());
  }

  private static List<String> tokens(Continuation continuation) {
    return continuation.tokens().stream().map(GeneratedToken::text).toList();
  }

  /// The kept paths by name. The one that is the present continuation says nothing new.
  private static List<String> paths(Session session) {
    var present = session.work().continuation().tokens();
    return session.work().paths().trees().stream()
        .flatMap(tree -> tree.branches().stream())
        .filter(branch -> !branch.isNumbered() || !branch.end().hasTokens(present))
        .map(branch -> branch.name() + ": " + text(branch.end()))
        .toList();
  }

  private static String text(PathNode end) {
    return end.tokens().stream().map(GeneratedToken::text).collect(Collectors.joining());
  }

  private static List<String> setAside(Session session) {
    return session.setAside().stream()
        .map(branch -> branch.prompt() + String.join("", tokens(branch.continuation())))
        .toList();
  }

  private static List<String> titles(Session session) {
    return session.results().stream().map(ResultTable::title).toList();
  }

  private void compareViews(ViewSettings disk, ViewSettings here) {
    found.compareSeveral("The watched texts", disk.watched(), here.watched());
  }

  private void compareOther(Map<String, Object> disk, Map<String, Object> here) {
    var names = new TreeSet<>(disk.keySet());
    names.addAll(here.keySet());
    for (var name : names) {
      if (!Objects.equals(disk.get(name), here.get(name))) {
        found.add("The other content " + Differences.shown(name) + " differs.");
      }
    }
  }
}
