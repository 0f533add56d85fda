package kelvin.workspace.difference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kelvin.distribution.StageRecord;
import kelvin.prompt.Example;
import kelvin.workspace.GeneratedToken;
import kelvin.workspace.LabelSettings;
import kelvin.workspace.ModelReference;
import kelvin.workspace.PromptSettings;
import kelvin.workspace.ResultTable;
import kelvin.workspace.SamplingSettings;
import kelvin.workspace.Session;
import kelvin.workspace.ViewSettings;
import org.jspecify.annotations.Nullable;

/// Compares the session of a window with the one in its file, part by part.
public final class SessionDifference {

  private final Differences found = new Differences();

  private SessionDifference() {}

  /// One sentence for each difference; a single one if both hold the same work.
  public static List<String> between(Session disk, Session here) {
    var difference = new SessionDifference();
    difference.compare(disk, here);
    var sentences = difference.found.sentences();
    if (!sentences.isEmpty()) {
      return sentences;
    }
    return List.of(
        disk.holdsSameWork(here)
            ? "Both hold the same work."
            : "They differ in numbers only, such as those of a draw or of a sweep.");
  }

  private void compare(Session disk, Session here) {
    comparePrompts(disk.work().prompt(), here.work().prompt());
    compareLabels(disk.work().labels(), here.work().labels());
    found.compare("The task", task(disk), task(here));
    found.compare(
        "The number of test inputs",
        disk.work().task().tests().size(),
        here.work().task().tests().size());
    compareSampling(disk.work().sampling(), here.work().sampling());
    found.compareLists("generated tokens", "Generated token", tokens(disk), tokens(here));
    found.compare(
        "The number of continuations set aside", disk.setAside().size(), here.setAside().size());
    found.compareLists("sweep results", "Sweep result", titles(disk), titles(here));
    found.compare(
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
    found.compare("The way to compose the prompt", disk.way(), here.way());
    found.compareTexts("The text", disk.text(), here.text());
    found.compare("The start token", disk.startToken().label(), here.startToken().label());
    var before = disk.zeroShot();
    var after = here.zeroShot();
    found.compare(
        "The kind of task", before.template().kind().label(), after.template().kind().label());
    found.compareTexts("The task in words", before.template().text(), after.template().text());
    found.compareTexts("The input of the task", before.input(), after.input());
    var shots = disk.fewShot();
    var others = here.fewShot();
    found.compareTexts("The instruction", shots.instruction(), others.instruction());
    found.compareLists(
        "examples", "Example", examples(shots.examples()), examples(others.examples()));
    found.compare("The number of shots", shots.shots(), others.shots());
    found.compare(
        "The layout of an example", shots.layout().template(), others.layout().template());
    found.compare(
        "The text between two examples", shots.layout().separator(), others.layout().separator());
    found.compareTexts("The test input", shots.question(), others.question());
  }

  private static List<String> examples(List<Example> examples) {
    return examples.stream()
        .map(each -> each.input() + " → " + each.output() + (each.used() ? "" : " (muted)"))
        .toList();
  }

  private void compareLabels(LabelSettings disk, LabelSettings here) {
    found.compare("The labels", disk.labels(), here.labels());
    found.compare("The right answer", disk.answer(), here.answer());
    found.compare("Scoring each label with its end", disk.closed(), here.closed());
    found.compare("The normalisation", disk.normalization(), here.normalization());
    found.compare("The content-free inputs", disk.contentFree(), here.contentFree());
  }

  private void compareSampling(SamplingSettings disk, SamplingSettings here) {
    found.compare("The order of sampling", disk.preset().label(), here.preset().label());
    found.compare("The seed", disk.seed(), here.seed());
    found.compare("The draw", disk.mode().label(), here.mode().label());
    var before = stages(disk);
    var after = stages(here);
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      compareStages(name, before.get(name), after.get(name));
    }
    if (before.equals(after)) {
      found.compare("The order of the stages", names(disk), names(here));
    }
  }

  private void compareStages(String name, @Nullable StageRecord disk, @Nullable StageRecord here) {
    if (disk == null || here == null) {
      found.add("Stage " + name + " is only " + (here == null ? "on disk." : "here."));
      return;
    }
    found.compare("Stage " + name, disk.on(), here.on());
    var settings = new TreeSet<String>(disk.settings().keySet());
    settings.addAll(here.settings().keySet());
    for (var setting : settings) {
      found.compare("Stage " + name + ": " + setting, of(disk, setting), of(here, setting));
    }
  }

  private static Optional<Object> of(StageRecord stage, String setting) {
    return Optional.ofNullable(stage.settings().get(setting));
  }

  private static Map<String, StageRecord> stages(SamplingSettings sampling) {
    return StageRecord.of(sampling.chain()).stream()
        .collect(Collectors.toMap(StageRecord::stage, stage -> stage, (first, _) -> first));
  }

  private static List<String> names(SamplingSettings sampling) {
    return StageRecord.of(sampling.chain()).stream().map(StageRecord::stage).toList();
  }

  private static List<String> tokens(Session session) {
    return session.work().continuation().tokens().stream().map(GeneratedToken::text).toList();
  }

  private static List<String> titles(Session session) {
    return session.results().stream().map(ResultTable::title).toList();
  }

  private void compareViews(ViewSettings disk, ViewSettings here) {
    found.compare("The watched texts", disk.watched(), here.watched());
  }

  private void compareOther(Map<String, Object> disk, Map<String, Object> here) {
    var names = new TreeSet<>(disk.keySet());
    names.addAll(here.keySet());
    for (var name : names) {
      found.compare(
          "The other content “" + name + "”",
          Optional.ofNullable(disk.get(name)),
          Optional.ofNullable(here.get(name)));
    }
  }
}
