package kelvin.ui.path.tool;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.expansion.Expanded;
import kelvin.engine.expansion.ExpansionLimits;
import kelvin.engine.expansion.ExpansionWork;
import kelvin.engine.expansion.Prefix;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.tree.IciclePicture;
import kelvin.ui.plot.tree.IciclePicture.Cell;
import kelvin.ui.work.ToolRun;

/// Expands all continuations from the token that is looked at, the most probable ones first.
public final class ExpandTool {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_RUNS = 100_000;

  /// The leaves that are drawn.
  private static final int SHOWN = 2000;

  private final PathPlace place;
  private final ToolRun run;
  private final ToolRun taking;
  private final StringProperty depth = new SimpleStringProperty(this, "depth", "3");
  private final StringProperty mass = new SimpleStringProperty(this, "mass", "95");
  private final StringProperty budget =
      new SimpleStringProperty(this, "budget", Integer.toString(ExpansionLimits.DEFAULT_RUNS));
  private final StringProperty beam = new SimpleStringProperty(this, "beam", "");
  private final ReadOnlyObjectWrapper<IciclePicture> picture =
      new ReadOnlyObjectWrapper<>(this, "picture", IciclePicture.EMPTY);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private List<Prefix> prefixes = List.of();
  private List<Integer> before = List.of();
  private String prompt = "";

  /// @param run runs the expansion
  /// @param taking makes paths of continuations
  public ExpandTool(PathPlace place, ToolRun run, ToolRun taking) {
    this.place = place;
    this.run = run;
    this.taking = taking;
    run.problemProperty()
        .subscribe(
            problem -> {
              // The work that had begun came to no first result.
              if (!problem.isEmpty() && prefixes.isEmpty()) {
                sentence.set("");
              }
            });
  }

  /// Begins to expand from the token that is looked at.
  void start() {
    var why = place.whyNot();
    if (!why.isEmpty()) {
      run.refuse(why);
      return;
    }
    try {
      begin(
          new ExpansionLimits(
                  TypedNumber.whole(depth.get(), "The depth", 1, MAX_DEPTH),
                  share(),
                  TypedNumber.whole(budget.get(), "The budget", 1, MAX_RUNS))
              .withBeam(beam()));
    } catch (TypedException e) {
      run.refuse(e.sentence());
    }
  }

  private int beam() {
    return beam.get().isBlank()
        ? 0
        : TypedNumber.whole(beam.get(), "The beam", 1, ExpansionLimits.MAX_BEAM);
  }

  private double share() {
    double percent =
        TypedNumber.positive(mass.get(), "The mass in percent", 100)
            .filter(value -> value > 0)
            .orElseThrow(() -> new TypedException("The mass must be above 0 %."));
    return percent / 100;
  }

  private void begin(ExpansionLimits limits) {
    var start = place.start();
    before = start.tokens();
    prompt = start.prompt();
    picture.set(IciclePicture.EMPTY);
    prefixes = List.of();
    sentence.set("Expanding …");
    run.begin(
        onFailed ->
            new ExpansionWork(
                start, limits, SHOWN, run.latest(now -> show(now, limits.depth())), onFailed));
  }

  private void show(Expanded now, int wanted) {
    var walked = new WalkedPrefixes(now);
    prefixes = walked.all();
    picture.set(picture(walked, wanted));
    sentence.set(words(now, wanted) + now.beam().map(BeamWords::of).orElse(""));
    if (now.end().isPresent()) {
      run.end();
    }
  }

  /// Stops expanding; what was found stays.
  void cancel() {
    run.cancel();
    sentence.set(sentence.get() + (sentence.get().isEmpty() ? "" : " It was cancelled."));
  }

  private static String words(Expanded now, int depth) {
    return "%s %s of all continuations of %s; %s is unexplored. %s.%s"
        .formatted(
            now.leaves() == 1 ? "1 leaf holds" : Numbers.count(now.leaves()) + " leaves hold",
            percent(now.covered()),
            Numbers.tokens(depth),
            percent(now.unexplored()),
            now.runs() == 1 ? "1 run" : Numbers.count(now.runs()) + " runs",
            now.end().map(end -> " It ended because " + end.reason() + ".").orElse(""));
  }

  private static String percent(double share) {
    return Numbers.percent(share) + " %";
  }

  /// Lays the beginnings out: each within the one above it, in the order of the most probable leaf.
  private IciclePicture picture(WalkedPrefixes shown, int depth) {
    var vocabulary = place.vocabulary();
    var cells = new ArrayList<Cell>();
    var free = new double[shown.all().size() + 1];
    for (var prefix : shown.all()) {
      int parent = prefix.parent();
      double from = free[parent + 1];
      free[parent + 1] += prefix.probability();
      free[cells.size() + 1] = from;
      var label = vocabulary.visibleText(prefix.id());
      cells.add(
          new Cell(
              parent,
              prefix.depth() - 1,
              from,
              prefix.probability(),
              label,
              prefix.leaf(),
              textTo(cells, parent) + label + " · " + percent(prefix.probability())));
    }
    return new IciclePicture(cells, depth, shown.walked());
  }

  private static String textTo(List<Cell> cells, int cell) {
    var text = new StringBuilder();
    for (int at = cell; at >= 0; at = cells.get(at).parent()) {
      text.insert(0, cells.get(at).label());
    }
    return text.toString();
  }

  /// Makes a path of a cell and those above it.
  void take(int cell) {
    if (!prompt.equals(place.prompt().prompt())) {
      taking.refuse("Show the paths of the prompt that was expanded first.");
      return;
    }
    var ids = new ArrayList<Integer>();
    for (int at = cell; at >= 0; at = prefixes.get(at).parent()) {
      ids.addFirst(prefixes.get(at).id());
    }
    ids.addAll(0, before);
    PathDrawing.take(taking, place, ids);
  }

  // Properties

  /// The number of tokens of a continuation.
  StringProperty depthProperty() {
    return depth;
  }

  /// The probability that the leaves must hold together, in percent.
  StringProperty massProperty() {
    return mass;
  }

  /// The most runs of the model.
  StringProperty budgetProperty() {
    return budget;
  }

  /// The number of beginnings that a beam search keeps in each step; empty for none.
  StringProperty beamProperty() {
    return beam;
  }

  /// The continuations that were found.
  public ReadOnlyObjectProperty<IciclePicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// The mass that is covered and the mass that is unexplored, in a sentence.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  public ToolRun run() {
    return run;
  }

  ToolRun taking() {
    return taking;
  }
}
