package kelvin.ui.path.tool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.distribution.Temperature;
import kelvin.engine.Generation;
import kelvin.engine.beside.ModelBeside;
import kelvin.engine.replay.ReplayWork;
import kelvin.engine.replay.ReplayWork.Drawn;
import kelvin.text.TokenFingerprint;
import kelvin.ui.control.Numbers;
import kelvin.ui.model.beside.BorrowedModel;
import kelvin.ui.work.ToolRun;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.StepSettings;

/// Draws a path again with the same random numbers, but with other settings or by another model.
/// The settings or the model alone part the two.
///
/// The open model's replay is a path of the tree. That of another model is not, because the numbers
/// of a tree are its own model's; the user can take its tokens as a path.
public final class ReplayTool {

  private static final int MAX_TOKENS = 100_000;

  private final PathPlace place;
  private final ToolRun run;
  private final ToolRun taking;
  private final BorrowedModel model;
  private final StringProperty temperature = new SimpleStringProperty(this, "temperature", "");
  private final StringProperty count = new SimpleStringProperty(this, "count", "");
  private final BooleanProperty fromHere = new SimpleBooleanProperty(this, "fromHere", false);
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
  private final ObservableList<ReplayRow> rows = FXCollections.observableArrayList();

  /// The tokens that are drawn again.
  private List<PathNode> recorded = List.of();

  /// The first step with another token; empty while there is none.
  private Optional<ReplayRow> parted = Optional.empty();

  /// @param taking makes paths of tokens that are known
  public ReplayTool(PathPlace place, ToolRun run, ToolRun taking, BorrowedModel model) {
    this.place = place;
    this.run = run;
    this.taking = taking;
    this.model = model;
    busy.bind(run.runningProperty().or(model.openingProperty()));
    busy.subscribe(
        now -> {
          if (!now) {
            model.close();
          }
        });
  }

  // Drawing

  /// Draws the path that is looked at again.
  void start() {
    boolean byOther = model.name().isPresent();
    var why = byOther ? "" : place.whyNot();
    var path = place.branch().map(PathBranch::end);
    if (!why.isEmpty() || path.isEmpty()) {
      run.refuse(why.isEmpty() ? "Draw some tokens first: there is no path to replay." : why);
      return;
    }
    try {
      var wanted = wanted(path.get());
      rows.clear();
      parted = Optional.empty();
      run.refuse("");
      sentence.set(
          (byOther ? "Opening " + model.name().orElseThrow() + " for seed " : "Drawing with seed ")
              + wanted.settings().seed()
              + " …");
      if (byOther) {
        model.open(beside -> draw(wanted, beside), this::notOpened);
      } else {
        PathDrawing.begin(run, place, wanted.settings(), wanted.kept(), wanted.most(), this::grown);
      }
    } catch (TypedException e) {
      run.refuse(e.sentence());
    }
  }

  /// A replay that is asked for.
  ///
  /// @param kept the first tokens, which stay as they are
  /// @param most the most tokens, with those that are kept
  private record Wanted(StepSettings settings, List<Integer> kept, int most) {}

  private Wanted wanted(PathNode end) {
    recorded = end.path();
    int most =
        count.get().isBlank()
            ? recorded.size()
            : TypedNumber.whole(count.get(), "The number of tokens", 1, MAX_TOKENS);
    int kept = fromHere.get() ? Math.min(place.node().depth(), most) : 0;
    return new Wanted(
        settings(), PathPlace.ids(end).subList(0, Math.min(kept, recorded.size())), most);
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

  private void draw(Wanted wanted, ModelBeside beside) {
    var tokens = TokenFingerprint.of(beside.vocabulary());
    if (place.model().filter(of -> of.vocabulary().equals(tokens)).isEmpty()) {
      notOpened(
          model.name().orElseThrow()
              + " has other tokens than these paths, so it cannot draw their steps again. Choose a"
              + " model with the same tokens.");
      return;
    }
    var settings = wanted.settings();
    var drawing =
        new Generation.Settings(settings.chain(), settings.mode(), settings.seed(), wanted.most());
    run.begin(
        onFailed ->
            new ReplayWork(
                place.prompt(),
                drawing,
                wanted.kept(),
                run.each(
                    drawn -> {
                      if (drawn.isLast()) {
                        run.end();
                      }
                      drawn(drawn, beside.vocabulary().visibleText(drawn.step().id()));
                    }),
                onFailed),
        beside::carrying);
  }

  private void notOpened(String reason) {
    sentence.set("");
    run.refuse(reason);
  }

  private void drawn(Drawn drawn, String text) {
    show(new ReplayRow(recorded(drawn), drawn, text, Optional.empty()));
  }

  private void grown(Drawn drawn, PathNode node) {
    show(new ReplayRow(recorded(drawn), drawn, node.token().text(), Optional.of(node)));
  }

  private Optional<PathNode> recorded(Drawn drawn) {
    int number = drawn.step().step();
    return number < recorded.size() ? Optional.of(recorded.get(number)) : Optional.empty();
  }

  private void show(ReplayRow row) {
    rows.add(row);
    if (parted.isEmpty() && row.differs()) {
      parted = Optional.of(row);
      look(row);
    }
    boolean isLast = row.drawn().isLast();
    sentence.set(
        parted.map(this::difference).orElseGet(() -> same(row.number()))
            + (isLast ? "" : " Drawing …"));
    if (isLast && parted.isEmpty()) {
      look(row);
    }
  }

  /// Looks at the token of a step in the tree: that of the replay, or the path's where the tree
  /// does not have it.
  void look(ReplayRow row) {
    row.node().or(row::recorded).ifPresent(place::look);
  }

  private String same(int tokens) {
    return tokens <= recorded.size()
        ? (tokens == 1 ? "The first token is" : "The first " + tokens + " tokens are")
            + " the same."
        : "All " + Numbers.tokens(recorded.size()) + " are the same; the replay goes on.";
  }

  private String difference(ReplayRow row) {
    double u = row.u();
    return "The first difference is token "
        + Numbers.count(row.number())
        + ": "
        + row.recordedText()
        + " became "
        + row.text()
        + (Double.isNaN(u) ? "." : String.format(Locale.ROOT, ", with the same u = %.4f.", u));
  }

  /// Stops drawing; what was drawn stays.
  void cancel() {
    model.close();
    run.cancel();
    sentence.set(sentence.get().replace(" Drawing …", "") + " It was cancelled.");
  }

  /// Makes a path of the tokens that another model drew, with the open model's probabilities.
  void take() {
    var why = place.whyNot();
    if (!why.isEmpty()) {
      taking.refuse(why);
      return;
    }
    PathDrawing.take(taking, place, rows.stream().map(row -> row.drawn().step().id()).toList());
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

  /// The steps of the replay so far.
  ObservableList<ReplayRow> rows() {
    return rows;
  }

  /// The model that draws.
  public BorrowedModel model() {
    return model;
  }

  /// True while a model is being opened or draws.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ToolRun taking() {
    return taking;
  }

  public ToolRun run() {
    return run;
  }
}
