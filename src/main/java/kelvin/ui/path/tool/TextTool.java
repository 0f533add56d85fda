package kelvin.ui.path.tool;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.spelling.Spelling;
import kelvin.engine.spelling.SpellingSearch;
import kelvin.engine.spelling.SpellingWork;
import kelvin.engine.spelling.SpellingWork.Found;
import kelvin.engine.spelling.UsualSpelling;
import kelvin.ui.control.Numbers;
import kelvin.ui.work.ToolRun;

/// Finds the probability that a text follows the token that is looked at, however it is spelled in
/// tokens.
public final class TextTool {

  private final PathPlace place;
  private final ToolRun run;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyObjectWrapper<List<Spelling>> spellings =
      new ReadOnlyObjectWrapper<>(this, "spellings", List.of());
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");

  public TextTool(PathPlace place, ToolRun run) {
    this.place = place;
    this.run = run;
  }

  void start() {
    var why = place.whyNot();
    if (!why.isEmpty() || text.get().isEmpty()) {
      run.refuse(
          why.isEmpty()
              ? "Type the text exactly as it follows, with a leading space if it has one."
              : why);
      return;
    }
    spellings.set(List.of());
    sentence.set("Searching …");
    run.begin(
        onFailed ->
            new SpellingWork(
                place.start(),
                text.get(),
                SpellingSearch.DEFAULT_RUNS,
                run.latest(this::show),
                onFailed));
  }

  private void show(Found found) {
    spellings.set(found.spellings().listed());
    sentence.set(words(found));
    if (found.isOver()) {
      run.end();
    }
  }

  private static String words(Found found) {
    var all = found.spellings();
    return "The text follows with probability %s, over %s%s.%s"
        .formatted(
            percent(all.logProbability()),
            all.count() == 1 ? "1 spelling" : Numbers.count(all.count()) + " spellings",
            all.bound() > 0
                ? "; at most " + Numbers.percent(all.bound()) + " % more is not ruled out"
                : "",
            found.usual().map(TextTool::usual).orElse(""));
  }

  private static String usual(UsualSpelling usual) {
    return " Its usual spelling alone has " + percent(usual.logProbability()) + ".";
  }

  private static String percent(double logProbability) {
    return Double.isInfinite(logProbability) ? "0 %" : PathWords.probability(logProbability);
  }

  void cancel() {
    run.cancel();
    sentence.set(sentence.get() + " It was cancelled.");
  }

  /// The tokens of a spelling, with white space made visible.
  String tokens(Spelling spelling) {
    var vocabulary = place.vocabulary();
    return String.join(
        "  ", spelling.ids().stream().map(id -> vocabulary.visibleText(id)).toList());
  }

  /// The text exactly as it follows.
  StringProperty textProperty() {
    return text;
  }

  /// The most probable spellings, the first one first.
  public ReadOnlyObjectProperty<List<Spelling>> spellingsProperty() {
    return spellings.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  public ToolRun run() {
    return run;
  }
}
