package kelvin.ui.path.tool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.distribution.Temperature;
import kelvin.engine.replay.ReplayWork.Drawn;
import kelvin.ui.control.Numbers;
import kelvin.ui.work.ToolRun;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.StepSettings;

/// Draws a path again with the same random numbers and other settings. The result is a path, and
/// what parts it from the first one comes from the settings alone.
public final class ReplayTool {

  private static final int MAX_TOKENS = 100_000;

  private final PathPlace place;
  private final ToolRun run;
  private final StringProperty temperature = new SimpleStringProperty(this, "temperature", "");
  private final StringProperty count = new SimpleStringProperty(this, "count", "");
  private final BooleanProperty fromHere = new SimpleBooleanProperty(this, "fromHere", false);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");

  /// The tokens that are drawn again.
  private List<PathNode> recorded = List.of();

  /// The first token that is another one; empty while there is none.
  private Optional<PathNode> parted = Optional.empty();

  public ReplayTool(PathPlace place, ToolRun run) {
    this.place = place;
    this.run = run;
  }

  /// Draws the path that is looked at again.
  void start() {
    var why = place.whyNot();
    var path = place.branch().map(PathBranch::end);
    if (!why.isEmpty() || path.isEmpty()) {
      run.refuse(why.isEmpty() ? "Draw some tokens first: there is no path to replay." : why);
      return;
    }
    try {
      begin(path.get());
    } catch (TypedException e) {
      run.refuse(e.sentence());
    }
  }

  private void begin(PathNode end) {
    recorded = end.path();
    parted = Optional.empty();
    int most =
        count.get().isBlank()
            ? recorded.size()
            : TypedNumber.whole(count.get(), "The number of tokens", 1, MAX_TOKENS);
    var settings = settings();
    int kept = fromHere.get() ? Math.min(place.node().depth(), most) : 0;
    sentence.set("Drawing again with seed " + settings.seed() + " …");
    PathDrawing.begin(
        run,
        place,
        settings,
        PathPlace.ids(end).subList(0, Math.min(kept, recorded.size())),
        most,
        this::drawn);
  }

  /// The sampling of the playground, with the seed that drew the path and the typed temperature.
  private StepSettings settings() {
    var now = place.settings();
    long seed =
        recorded.stream()
            .flatMap(node -> node.settings().stream())
            .findFirst()
            .map(StepSettings::seed)
            .orElse(now.seed());
    return TypedNumber.positive(temperature.get(), "The temperature", 100)
        .map(Temperature::new)
        .map(typed -> new StepSettings(now.chain().with(typed), now.mode(), seed))
        .orElse(new StepSettings(now.chain(), now.mode(), seed));
  }

  private void drawn(Drawn drawn, PathNode node) {
    int number = drawn.step().step();
    boolean differs = number < recorded.size() && recorded.get(number).id() != drawn.step().id();
    if (parted.isEmpty() && differs) {
      parted = Optional.of(node);
      place.look(node);
    }
    sentence.set(
        parted.map(this::difference).orElseGet(() -> same(number + 1))
            + (drawn.isLast() ? "" : " Drawing …"));
    if (drawn.isLast() && parted.isEmpty()) {
      place.look(node);
    }
  }

  private String same(int tokens) {
    return tokens <= recorded.size()
        ? (tokens == 1 ? "The first token is" : "The first " + tokens + " tokens are")
            + " the same."
        : "All " + Numbers.tokens(recorded.size()) + " are the same; the replay goes on.";
  }

  private String difference(PathNode node) {
    var was = recorded.get(node.depth() - 1).token();
    double u = node.token().draw().u();
    return "The first difference is token "
        + Numbers.count(node.depth())
        + ": "
        + was.text()
        + " became "
        + node.token().text()
        + (Double.isNaN(u) ? "." : String.format(Locale.ROOT, ", with the same u = %.4f.", u));
  }

  /// Stops drawing; what was drawn stays a path.
  void cancel() {
    run.cancel();
    sentence.set(sentence.get().replace(" Drawing …", "") + " It was cancelled.");
  }

  // Properties

  /// The temperature in place of the sampling's; empty for the sampling's.
  StringProperty temperatureProperty() {
    return temperature;
  }

  /// The number of tokens; empty for as many as the path has.
  StringProperty countProperty() {
    return count;
  }

  /// True if the tokens up to the selected one are kept.
  BooleanProperty fromHereProperty() {
    return fromHere;
  }

  /// The first difference in a sentence.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  public ToolRun run() {
    return run;
  }
}
