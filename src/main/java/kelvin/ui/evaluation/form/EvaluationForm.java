package kelvin.ui.evaluation.form;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.engine.label.Normalization;
import kelvin.experiment.data.RawData;
import kelvin.experiment.evaluation.TooLong;
import kelvin.ui.fx.LatestInBackground;
import kelvin.ui.lab.PlaygroundPrompt;

/// Holds the typed settings of an evaluation and turns them into a plan, in the background.
public final class EvaluationForm {

  private final PlaygroundPrompt playground;
  private final ObservableList<DataChoice> choices =
      FXCollections.observableArrayList(DataChoice.bundled());
  private final ObjectProperty<DataChoice> data =
      new SimpleObjectProperty<>(this, "data", choices.getFirst());
  private final StringProperty inputColumn = new SimpleStringProperty(this, "inputColumn", "");
  private final StringProperty labelColumn = new SimpleStringProperty(this, "labelColumn", "");
  private final ObjectProperty<SplitChoice> split =
      new SimpleObjectProperty<>(this, "split", SplitChoice.GIVEN);
  private final StringProperty share = new SimpleStringProperty(this, "share", "0.5");
  private final StringProperty splitColumn = new SimpleStringProperty(this, "splitColumn", "");
  private final ObjectProperty<PromptChoice> prompt =
      new SimpleObjectProperty<>(this, "prompt", new PromptChoice.OfData());
  private final StringProperty shots = new SimpleStringProperty(this, "shots", "");
  private final BooleanProperty shuffled = new SimpleBooleanProperty(this, "shuffled", false);
  private final ObjectProperty<Normalization> normalization =
      new SimpleObjectProperty<>(this, "normalization", Normalization.NONE);
  private final ObjectProperty<TooLong> tooLong =
      new SimpleObjectProperty<>(this, "tooLong", TooLong.REFUSE);
  private final StringProperty limit = new SimpleStringProperty(this, "limit", "");
  private final StringProperty seed = new SimpleStringProperty(this, "seed", "42");
  private final ReadOnlyObjectWrapper<Optional<RawData>> raw =
      new ReadOnlyObjectWrapper<>(this, "raw", Optional.empty());
  private final ReadOnlyObjectWrapper<Planned> planned =
      new ReadOnlyObjectWrapper<>(this, "planned", new Planned.Reading());
  private final LatestInBackground<DataChoice, ReadData> reader;
  private final LatestInBackground<Wanted, Made> maker;
  private boolean isFilling;

  /// True as soon as data was asked for.
  private boolean isAsked;

  /// True if the prompt has a place for examples, also where the task would do without.
  private boolean isFewShot;

  /// The columns and the split to take over once their data is read.
  private Optional<FormCopy> expected = Optional.empty();

  /// The wishes that the plan is for.
  private Optional<Wanted> last = Optional.empty();

  private Runnable onPlanned = () -> {};

  private record Made(Wanted wanted, Planned planned) {}

  /// @param background reads files and makes plans, one after the other
  public EvaluationForm(PlaygroundPrompt playground, Executor background, Executor fxThread) {
    this.playground = playground;
    reader = new LatestInBackground<>(background, fxThread, ReadData::of, this::take);
    maker =
        new LatestInBackground<>(
            background, fxThread, wanted -> new Made(wanted, PlanMaker.plan(wanted)), this::take);
    data.subscribe((_, choice) -> load(choice));
    for (ObservableValue<?> field :
        List.of(
            inputColumn,
            labelColumn,
            split,
            share,
            splitColumn,
            prompt,
            shots,
            shuffled,
            normalization,
            tooLong,
            limit,
            seed)) {
      field.subscribe((_, _) -> plan());
    }
  }

  /// Adds a file to the data and chooses it. A file that is chosen again is read again.
  public void open(Path file) {
    var choice = new DataChoice.OfFile(file);
    if (choice.equals(data.get())) {
      load(choice);
      return;
    }
    if (!choices.contains(choice)) {
      choices.add(choice);
    }
    data.set(choice);
  }

  /// Reads the data, unless it was read before, and makes the plan again. Nothing is read before
  /// the user looks at the form.
  public void show() {
    if (isAsked) {
      plan();
    } else {
      load(data.get());
    }
  }

  private void load(DataChoice choice) {
    isAsked = true;
    raw.set(Optional.empty());
    planned.set(new Planned.Reading());
    reader.ask(choice);
  }

  /// Asks for prompts with a place for examples, whatever suits a task; called before it is shown.
  public void useFewShot() {
    isFewShot = true;
  }

  /// Takes over what another form says.
  public void take(FormCopy other) {
    filling(() -> other.fillSettings(this));
    if (!choices.contains(other.data())) {
      choices.add(other.data());
    }
    expected = Optional.of(other);
    if (!other.data().equals(data.get())) {
      data.set(other.data());
    } else if (raw.get().isPresent()) {
      fillExpected();
      plan();
    } else {
      load(other.data());
    }
  }

  private void fillExpected() {
    expected
        .filter(other -> other.data().equals(data.get()))
        .ifPresent(other -> filling(() -> other.fillColumns(this)));
    expected = Optional.empty();
  }

  /// Changes fields without a plan for each of them.
  private void filling(Runnable change) {
    isFilling = true;
    change.run();
    isFilling = false;
  }

  private void take(ReadData read) {
    if (!read.choice().equals(data.get())) {
      return;
    }
    filling(
        () -> {
          List.of(inputColumn, labelColumn, splitColumn).forEach(column -> column.set(""));
          if (split.get() == SplitChoice.COLUMN) {
            split.set(SplitChoice.GIVEN);
          }
          raw.set(read.data());
        });
    fillExpected();
    if (read.data().isPresent()) {
      plan();
    } else {
      planned.set(new Planned.Refused(read.problem()));
    }
  }

  /// Makes the plan again, after a change here or in the playground.
  public void plan() {
    if (!isFilling) {
      wanted().ifPresent(maker::ask);
    }
  }

  private void take(Made made) {
    // A later change asks again.
    if (wanted().filter(made.wanted()::equals).isPresent()) {
      last = Optional.of(made.wanted());
      planned.set(made.planned());
      onPlanned.run();
    }
  }

  /// Returns whether a change waits for its plan.
  public boolean isPlanning() {
    return raw.get().isPresent() && !wanted().equals(last);
  }

  /// @param action called after each plan
  public void setOnPlanned(Runnable action) {
    onPlanned = action;
  }

  private Optional<Wanted> wanted() {
    return raw.get().map(read -> Wanted.of(read, this, playground, isFewShot));
  }

  /// All data that can be chosen; files are added.
  public ObservableList<DataChoice> choices() {
    return choices;
  }

  public ObjectProperty<DataChoice> dataProperty() {
    return data;
  }

  /// The data as it was read; empty while it is being read, and if it cannot be.
  public ReadOnlyObjectProperty<Optional<RawData>> rawProperty() {
    return raw.getReadOnlyProperty();
  }

  /// The column of the inputs; empty to find it by its name.
  public StringProperty inputColumnProperty() {
    return inputColumn;
  }

  /// The column of the right labels; empty to find it by its name.
  public StringProperty labelColumnProperty() {
    return labelColumn;
  }

  public ObjectProperty<SplitChoice> splitProperty() {
    return split;
  }

  /// The share of the test part in a split by chance.
  public StringProperty shareProperty() {
    return share;
  }

  /// The column whose cells say train or test.
  public StringProperty splitColumnProperty() {
    return splitColumn;
  }

  public ObjectProperty<PromptChoice> promptProperty() {
    return prompt;
  }

  /// The number of examples; empty for the usual one.
  public StringProperty shotsProperty() {
    return shots;
  }

  /// True if the examples are shuffled.
  public BooleanProperty shuffledProperty() {
    return shuffled;
  }

  public ObjectProperty<Normalization> normalizationProperty() {
    return normalization;
  }

  public ObjectProperty<TooLong> tooLongProperty() {
    return tooLong;
  }

  /// The number of test pairs to ask about; empty for all.
  public StringProperty limitProperty() {
    return limit;
  }

  /// The seed of all shuffles and draws.
  public StringProperty seedProperty() {
    return seed;
  }

  /// The plan that the form makes, or the reason why it makes none.
  public ReadOnlyObjectProperty<Planned> plannedProperty() {
    return planned.getReadOnlyProperty();
  }
}
