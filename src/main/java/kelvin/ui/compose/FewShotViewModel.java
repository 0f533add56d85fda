package kelvin.ui.compose;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Shuffle;

/// Composes a few-shot prompt and renders it after every change.
public final class FewShotViewModel {

  /// A task that the bundled model learns from its examples.
  private static final List<Example> FIRST_EXAMPLES =
      List.of(
          new Example("hot", "cold", true),
          new Example("big", "small", true),
          new Example("fast", "slow", true),
          new Example("up", "down", true));

  /// The maximum length of all shown examples. A longer text exceeds most contexts, and the window
  /// cannot show it quickly.
  static final int MAX_CHARACTERS = 100_000;

  /// The maximum number of shots after an import; a table can have many rows.
  private static final int SHOWN_AT_FIRST = 8;

  private static final FewShotPrompt NOTHING =
      new FewShotPrompt("", List.of(), 0, Layout.QUESTIONS, "");

  private final ObservableList<ExampleRow> rows = FXCollections.observableArrayList();
  private final IntegerProperty shots = new SimpleIntegerProperty(this, "shots", 2);
  private final LayoutViewModel layout = new LayoutViewModel();
  private final StringProperty instruction = new SimpleStringProperty(this, "instruction", "");
  private final StringProperty question = new SimpleStringProperty(this, "question", "happy");
  private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
  private final ReadOnlyStringWrapper rendered = new ReadOnlyStringWrapper(this, "rendered", "");
  private final ReadOnlyObjectWrapper<FewShotPrompt> prompt =
      new ReadOnlyObjectWrapper<>(this, "prompt", NOTHING);

  private final Batch batch = new Batch(this::render);

  public FewShotViewModel() {
    FIRST_EXAMPLES.forEach(example -> rows.add(watched(example)));
    rows.subscribe(this::render);
    shots.subscribe(_ -> render());
    layout.layoutProperty().subscribe(_ -> render());
    instruction.subscribe(_ -> render());
    question.subscribe(_ -> render());
  }

  // Commands

  /// Adds an empty example at the end and shows it.
  public void add() {
    addAll(List.of(new Example("", "")));
  }

  /// Adds examples at the end. If all examples were shown, the new ones are shown too, unless they
  /// are many.
  public void addAll(List<Example> examples) {
    batch.run(
        () -> {
          boolean single = examples.size() == 1;
          boolean all = shots.get() >= usedCount() || single;
          if (rows.size() == 1 && rows.getFirst().isBlank() && examples.size() > 1) {
            rows.clear();
          }
          rows.addAll(examples.stream().map(this::watched).toList());
          if (all) {
            int most = single ? usedCount() : Math.max(shots.get(), SHOWN_AT_FIRST);
            shots.set(Math.min(usedCount(), most));
          }
        });
  }

  /// Replaces all examples and shows at most as many as before.
  public void replaceAll(List<Example> examples) {
    batch.run(
        () -> {
          rows.setAll(examples.stream().map(this::watched).toList());
          shots.set(Math.min(Math.max(1, shots.get()), usedCount()));
        });
  }

  public void remove(ExampleRow row) {
    batch.run(
        () -> {
          rows.remove(row);
          shots.set(Math.min(shots.get(), usedCount()));
        });
  }

  /// Moves an example by one place; at an end it stays.
  ///
  /// @param by −1 to move up, 1 to move down
  public void move(ExampleRow row, int by) {
    moveTo(row, rows.indexOf(row) + by);
  }

  /// Moves an example to a place, 0-based; does nothing if there is no such place.
  public void moveTo(ExampleRow row, int to) {
    int from = rows.indexOf(row);
    if (from >= 0 && to >= 0 && to < rows.size() && to != from) {
      batch.run(
          () -> {
            rows.remove(from);
            rows.add(to, row);
          });
    }
  }

  /// Shuffles all examples by the seed and increases the seed.
  public void shuffle() {
    batch.run(() -> rows.setAll(Shuffle.of(rows, seed.get())));
    seed.set(seed.get() + 1);
  }

  /// The number of examples that can be shots.
  public int usedCount() {
    return Math.toIntExact(rows.stream().filter(row -> row.usedProperty().get()).count());
  }

  /// The number of examples that fit into the prompt. It is lower than the number that can be shots
  /// only if they are very long.
  public int maxShots() {
    int count = 0;
    long characters = 0;
    for (var row : rows) {
      if (row.usedProperty().get()) {
        characters += row.inputProperty().get().length() + row.outputProperty().get().length();
        if (characters > MAX_CHARACTERS) {
          return count;
        }
        count++;
      }
    }
    return count;
  }

  /// Returns whether an example is shown in the prompt.
  public boolean isShown(ExampleRow row) {
    int before = 0;
    for (var other : rows) {
      if (before >= shots.get()) {
        return false;
      }
      if (other.equals(row)) {
        return row.usedProperty().get();
      }
      before += other.usedProperty().get() ? 1 : 0;
    }
    return false;
  }

  private ExampleRow watched(Example example) {
    var row = new ExampleRow(example);
    row.setOnChange(this::render);
    return row;
  }

  private void render() {
    if (!batch.isRunning()) {
      var now = composed();
      rendered.set(now.render());
      prompt.set(now);
    }
  }

  private FewShotPrompt composed() {
    var now = rows.stream().map(ExampleRow::example).toList();
    // The states of the history share the parts that did not change.
    var before = prompt.get().examples();
    var examples = now.equals(before) ? before : now;
    // A number of shots above the number of examples is kept for when more are added.
    int max = maxShots();
    int count = max < usedCount() ? Math.min(shots.get(), max) : shots.get();
    return new FewShotPrompt(
        instruction.get(), examples, count, layout.layoutProperty().get(), question.get());
  }

  /// Replaces the composed prompt.
  public void restore(FewShotPrompt wanted) {
    var now = composed();
    if (wanted.equals(now)) {
      return;
    }
    batch.run(
        () -> {
          instruction.set(wanted.instruction());
          layout.layoutProperty().set(wanted.layout());
          question.set(wanted.question());
          // The slider's limit follows the rows, so the shots are set last.
          if (!wanted.examples().equals(now.examples())) {
            rows.setAll(wanted.examples().stream().map(this::watched).toList());
          }
          shots.set(wanted.shots());
        });
  }

  // Properties

  public ObservableList<ExampleRow> rows() {
    return rows;
  }

  /// The number of examples to show, from the first unmuted one.
  public IntegerProperty shotsProperty() {
    return shots;
  }

  /// The layout of the examples.
  public LayoutViewModel layout() {
    return layout;
  }

  public ObjectProperty<Layout> layoutProperty() {
    return layout.layoutProperty();
  }

  /// The question: the input that the prompt asks about.
  public StringProperty questionProperty() {
    return question;
  }

  /// The text before the examples; may be empty.
  public StringProperty instructionProperty() {
    return instruction;
  }

  /// The seed of the next shuffle.
  public LongProperty seedProperty() {
    return seed;
  }

  /// The whole prompt, including muted examples.
  public ReadOnlyObjectProperty<FewShotPrompt> promptProperty() {
    return prompt.getReadOnlyProperty();
  }

  /// The prompt, if it makes this text.
  public Optional<FewShotPrompt> promptOf(String wanted) {
    return Optional.of(prompt.get()).filter(now -> now.render().equals(wanted));
  }

  /// The prompt's text.
  public ReadOnlyStringProperty renderedProperty() {
    return rendered.getReadOnlyProperty();
  }
}
