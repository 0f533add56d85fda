package kelvin.ui.prompt;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;

/// A few-shot prompt while it is composed; rendered anew with every change.
public final class FewShotViewModel {

  /// A task that the bundled model learns from its examples.
  private static final List<Example> FIRST_EXAMPLES =
      List.of(
          new Example("hot", "cold", true),
          new Example("big", "small", true),
          new Example("fast", "slow", true),
          new Example("up", "down", true));

  private static final FewShotPrompt NOTHING =
      new FewShotPrompt("", List.of(), 0, Layout.QUESTIONS, "");

  private final ObservableList<ExampleRow> rows = FXCollections.observableArrayList();
  private final IntegerProperty shots = new SimpleIntegerProperty(this, "shots", 2);
  private final ObjectProperty<Layout> layout =
      new SimpleObjectProperty<>(this, "layout", Layout.QUESTIONS);
  private final StringProperty instruction = new SimpleStringProperty(this, "instruction", "");
  private final StringProperty question = new SimpleStringProperty(this, "question", "happy");
  private final ReadOnlyStringWrapper rendered = new ReadOnlyStringWrapper(this, "rendered", "");
  private final ReadOnlyObjectWrapper<FewShotPrompt> prompt =
      new ReadOnlyObjectWrapper<>(this, "prompt", NOTHING);

  /// Whether everything is being set at once, to be rendered at the end.
  private boolean restoring;

  public FewShotViewModel() {
    FIRST_EXAMPLES.forEach(example -> rows.add(watched(example)));
    rows.subscribe(this::render);
    shots.subscribe(_ -> render());
    layout.subscribe(_ -> render());
    instruction.subscribe(_ -> render());
    question.subscribe(_ -> render());
  }

  // Commands

  /// Adds an empty example at the end and shows it.
  public void add() {
    rows.add(watched(new Example("", "", true)));
    shots.set(Math.max(shots.get(), usedCount()));
  }

  public void remove(ExampleRow row) {
    rows.remove(row);
  }

  /// Moves an example by one place; at an end it stays.
  ///
  /// @param by −1 for up, 1 for down
  public void move(ExampleRow row, int by) {
    int from = rows.indexOf(row);
    int to = from + by;
    if (from >= 0 && to >= 0 && to < rows.size()) {
      rows.remove(from);
      rows.add(to, row);
    }
  }

  /// How many examples can be shots.
  public int usedCount() {
    return Math.toIntExact(rows.stream().filter(row -> row.usedProperty().get()).count());
  }

  private ExampleRow watched(Example example) {
    var row = new ExampleRow(example);
    row.inputProperty().subscribe((_, _) -> render());
    row.outputProperty().subscribe((_, _) -> render());
    row.usedProperty().subscribe((_, _) -> render());
    return row;
  }

  private void render() {
    if (!restoring) {
      var now = composed();
      rendered.set(now.render());
      prompt.set(now);
    }
  }

  private FewShotPrompt composed() {
    var examples = rows.stream().map(ExampleRow::example).toList();
    return new FewShotPrompt(
        instruction.get(), examples, shots.get(), layout.get(), question.get());
  }

  /// Composes this prompt in place of the one before.
  public void restore(FewShotPrompt wanted) {
    if (wanted.equals(composed())) {
      return;
    }
    restoring = true;
    instruction.set(wanted.instruction());
    layout.set(wanted.layout());
    question.set(wanted.question());
    // The slider of the shots follows the rows, so the shots come last.
    rows.setAll(wanted.examples().stream().map(this::watched).toList());
    shots.set(wanted.shots());
    restoring = false;
    render();
  }

  // Properties

  public ObservableList<ExampleRow> rows() {
    return rows;
  }

  /// How many of the used examples are shown, from the first on.
  public IntegerProperty shotsProperty() {
    return shots;
  }

  public ObjectProperty<Layout> layoutProperty() {
    return layout;
  }

  /// The input to answer.
  public StringProperty questionProperty() {
    return question;
  }

  /// Stands before the examples; may be empty.
  public StringProperty instructionProperty() {
    return instruction;
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
