package kelvin.ui.compose;

import java.util.List;
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

/// A few-shot prompt while it is composed; rendered anew with every change.
public final class FewShotViewModel {

  /// A task that the bundled model learns from its examples.
  private static final List<Example> FIRST_EXAMPLES =
      List.of(
          new Example("hot", "cold", true),
          new Example("big", "small", true),
          new Example("fast", "slow", true),
          new Example("up", "down", true));

  /// What the examples in the prompt may have together: more than the window can show quickly, and
  /// than the contexts of most models hold.
  static final int MOST_CHARACTERS = 100_000;

  /// A table may have more rows than anybody wants to begin with.
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

  /// Whether several things are being set, to be rendered at the end.
  private boolean batching;

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

  /// Adds examples at the end. Where all were shown, these are shown too, unless they are many.
  public void addAll(List<Example> examples) {
    batch(
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

  /// Takes these examples in place of those that there are, and shows as many as before at most.
  public void replaceAll(List<Example> examples) {
    batch(
        () -> {
          rows.setAll(examples.stream().map(this::watched).toList());
          shots.set(Math.min(Math.max(1, shots.get()), usedCount()));
        });
  }

  public void remove(ExampleRow row) {
    batch(
        () -> {
          rows.remove(row);
          shots.set(Math.min(shots.get(), usedCount()));
        });
  }

  /// Moves an example by one place; at an end it stays.
  ///
  /// @param by −1 for up, 1 for down
  public void move(ExampleRow row, int by) {
    moveTo(row, rows.indexOf(row) + by);
  }

  /// Moves an example to a place, 0-based; nowhere where there is no such place.
  public void moveTo(ExampleRow row, int to) {
    int from = rows.indexOf(row);
    if (from >= 0 && to >= 0 && to < rows.size() && to != from) {
      batch(
          () -> {
            rows.remove(from);
            rows.add(to, row);
          });
    }
  }

  /// Puts all examples into the order that the seed decides, and takes the next seed.
  public void shuffle() {
    batch(() -> rows.setAll(Shuffle.of(rows, seed.get())));
    seed.set(seed.get() + 1);
  }

  /// How many examples can be shots.
  public int usedCount() {
    return Math.toIntExact(rows.stream().filter(row -> row.usedProperty().get()).count());
  }

  /// How many examples the prompt has room for; fewer than can be shots only where these have very
  /// many characters.
  public int mostShots() {
    int count = 0;
    long characters = 0;
    for (var row : rows) {
      if (row.usedProperty().get()) {
        characters += row.inputProperty().get().length() + row.outputProperty().get().length();
        if (characters > MOST_CHARACTERS) {
          return count;
        }
        count++;
      }
    }
    return count;
  }

  /// Whether an example stands in the prompt.
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

  private void batch(Runnable changes) {
    boolean outermost = !batching;
    batching = true;
    try {
      changes.run();
    } finally {
      if (outermost) {
        batching = false;
        render();
      }
    }
  }

  private void render() {
    if (!batching) {
      var now = composed();
      rendered.set(now.render());
      prompt.set(now);
    }
  }

  private FewShotPrompt composed() {
    var now = rows.stream().map(ExampleRow::example).toList();
    // The history keeps many states: they share what did not change.
    var before = prompt.get().examples();
    var examples = now.equals(before) ? before : now;
    // More shots than there are examples are kept for when there are.
    int most = mostShots();
    int count = most < usedCount() ? Math.min(shots.get(), most) : shots.get();
    return new FewShotPrompt(
        instruction.get(), examples, count, layout.layoutProperty().get(), question.get());
  }

  /// Composes this prompt in place of the one before.
  public void restore(FewShotPrompt wanted) {
    var now = composed();
    if (wanted.equals(now)) {
      return;
    }
    batch(
        () -> {
          instruction.set(wanted.instruction());
          layout.layoutProperty().set(wanted.layout());
          question.set(wanted.question());
          // The slider of the shots follows the rows, so the shots come last.
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

  /// How many of the used examples are shown, from the first on.
  public IntegerProperty shotsProperty() {
    return shots;
  }

  /// How an example is written down.
  public LayoutViewModel layout() {
    return layout;
  }

  public ObjectProperty<Layout> layoutProperty() {
    return layout.layoutProperty();
  }

  /// The input to answer.
  public StringProperty questionProperty() {
    return question;
  }

  /// Stands before the examples; may be empty.
  public StringProperty instructionProperty() {
    return instruction;
  }

  /// Decides the next shuffle.
  public LongProperty seedProperty() {
    return seed;
  }

  /// All that the prompt is made of, also what is muted.
  public ReadOnlyObjectProperty<FewShotPrompt> promptProperty() {
    return prompt.getReadOnlyProperty();
  }

  /// The prompt's text.
  public ReadOnlyStringProperty renderedProperty() {
    return rendered.getReadOnlyProperty();
  }
}
