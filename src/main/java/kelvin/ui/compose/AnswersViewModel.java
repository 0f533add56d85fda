package kelvin.ui.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.prompt.Spellings;

/// Holds the labels whose probabilities are compared, and the right answer.
public final class AnswersViewModel {

  /// The labels at one time.
  ///
  /// @param labels each perhaps with several `Spellings`
  /// @param right one of the labels; empty if nobody named one
  /// @param closed whether each label is scored together with the text that ends it in the prompt
  public record Answers(List<String> labels, Optional<String> right, boolean closed) {

    public static final Answers NONE = new Answers(List.of(), Optional.empty(), false);

    public Answers {
      labels = List.copyOf(labels);
      var all = labels;
      right = right.map(answer -> Spellings.find(all, answer).orElse(answer));
    }
  }

  private final ReadOnlyObjectWrapper<Answers> answers =
      new ReadOnlyObjectWrapper<>(this, "answers", Answers.NONE);
  private final BooleanProperty opened = new SimpleBooleanProperty(this, "opened");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

  // Commands

  /// Adds the typed text: one label, or several with commas between them. Bars join spellings.
  ///
  /// @return whether all of them were added; otherwise the problem says why not
  public boolean add(String typed) {
    var labels = new ArrayList<>(answers.get().labels());
    for (var part : typed.split(",", -1)) {
      labels.add(Spellings.map(part, String::strip));
    }
    var refused = Spellings.problem(labels);
    if (refused.isPresent()) {
      problem.set(refused.get());
      return false;
    }
    set(new Answers(labels, answers.get().right(), answers.get().closed()));
    return true;
  }

  public void remove(String label) {
    var now = answers.get();
    var rest = now.labels().stream().filter(other -> !other.equals(label)).toList();
    set(new Answers(rest, now.right().filter(right -> !right.equals(label)), now.closed()));
  }

  /// Makes a label the right answer. If it already is, then no label is.
  public void chooseRight(String label) {
    var now = answers.get();
    boolean already = now.right().filter(label::equals).isPresent();
    set(new Answers(now.labels(), already ? Optional.empty() : Optional.of(label), now.closed()));
  }

  /// Scores each label with or without the text that ends it.
  public void close(boolean wanted) {
    var now = answers.get();
    set(new Answers(now.labels(), now.right(), wanted));
  }

  /// Sets the labels from outside the panel.
  public void set(Answers now) {
    problem.set("");
    answers.set(now);
  }

  // Properties

  public ReadOnlyObjectProperty<Answers> answersProperty() {
    return answers.getReadOnlyProperty();
  }

  /// True if the text field is shown although there are no labels.
  public BooleanProperty openedProperty() {
    return opened;
  }

  /// The reason why the typed text is not a label; empty if there is no problem.
  public StringProperty problemProperty() {
    return problem;
  }
}
