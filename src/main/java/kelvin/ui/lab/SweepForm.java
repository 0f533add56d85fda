package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.label.Normalization;
import kelvin.experiment.SweepSetup;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.task.Task;

/// Holds the typed settings of a sweep and turns them into a sweep.
public final class SweepForm {

  private static final int MAX_DRAWS = 1000;
  private static final int MAX_TESTS = 100;
  private static final int DEFAULT_SHOTS = 4;
  private static final int MAX_NAME_LENGTH = 40;
  private static final String FIRST_TASK = "sums-with-a-tilde";

  private final PlaygroundPrompt playground;
  private final ObjectProperty<Subject> subject =
      new SimpleObjectProperty<>(this, "subject", Subject.PLAYGROUND);
  private final ObjectProperty<SweepKind> kind =
      new SimpleObjectProperty<>(this, "kind", SweepKind.SHOTS);
  private final StringProperty labels = new SimpleStringProperty(this, "labels", "");
  private final StringProperty answer = new SimpleStringProperty(this, "answer", "");
  private final StringProperty shots = new SimpleStringProperty(this, "shots", "");
  private final StringProperty draws = new SimpleStringProperty(this, "draws", "10");
  private final StringProperty seed = new SimpleStringProperty(this, "seed", "42");
  private final StringProperty tests = new SimpleStringProperty(this, "tests", "1");
  private final ObjectProperty<Normalization> normalization =
      new SimpleObjectProperty<>(this, "normalization", Normalization.NONE);

  private Optional<Subject> proposed = Optional.empty();

  SweepForm(PlaygroundPrompt playground) {
    this.playground = playground;
    subject.subscribe(_ -> fillIn());
    kind.subscribe(_ -> fillInShots());
  }

  /// Proposes a task, once, while the playground's prompt has no examples. Returns to the
  /// playground's prompt when it has examples.
  void propose() {
    boolean composed = playground.isFewShot() && !prompt(playground.trial()).question().isEmpty();
    if (!composed && proposed.isEmpty() && subject.get().task().isEmpty()) {
      proposed = Subject.find(FIRST_TASK);
      proposed.ifPresent(subject::set);
    } else if (composed && proposed.filter(subject.get()::equals).isPresent()) {
      proposed = Optional.empty();
      subject.set(Subject.PLAYGROUND);
    }
  }

  /// Fills the fields with the subject's labels, right answer and numbers of shots.
  void fillIn() {
    var trial = trial();
    labels.set(String.join(", ", ownLabels()));
    answer.set(trial.answerName().orElse(""));
    tests.set("1");
    fillInShots();
  }

  /// Updates the fields from the playground's prompt, which may have changed. Typed values stay
  /// where the playground has none.
  void followPlayground() {
    var now = playground.trial();
    if (!now.labels().isEmpty()) {
      labels.set(String.join(", ", ownLabels()));
    }
    now.answerName().ifPresent(answer::set);
    fillInShots();
  }

  private void fillInShots() {
    var prompt = prompt(trial());
    int used = prompt.used().size();
    int usual = subject.get().task().isEmpty() ? prompt.shown().size() : DEFAULT_SHOTS;
    shots.set(
        kind.get() == SweepKind.SHOTS ? doublings(used) : Integer.toString(Math.min(used, usual)));
  }

  /// Lists numbers such as `0, 1, 2, 4, 8, 10`, because the first examples have the largest
  /// effects.
  private static String doublings(int max) {
    var list = new ArrayList<Integer>();
    list.add(0);
    for (int count = 1; count <= max; count *= 2) {
      list.add(count);
    }
    if (list.getLast() != max) {
      list.add(max);
    }
    return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private List<String> ownLabels() {
    return subject.get().task().map(Task::labels).orElseGet(this::labelsOfPlayground);
  }

  /// The playground's labels; empty if only the right answer is scored.
  private List<String> labelsOfPlayground() {
    var now = playground.trial();
    return now.closed() && now.labels().size() <= 1 ? List.of() : now.labels();
  }

  /// The subject's trial without the changes from the fields.
  private Trial trial() {
    return subject
        .get()
        .task()
        .map(
            task ->
                task.trial(
                    task.fewShot(task.examples().size(), task.firstTest()), task.firstTest()))
        .orElseGet(playground::trial);
  }

  private static FewShotPrompt prompt(Trial trial) {
    if (trial.prompt() instanceof FewShotPrompt prompt) {
      return prompt;
    }
    throw new IllegalArgumentException("a sweep needs a prompt with examples");
  }

  /// Turns the typed settings into a sweep.
  ///
  /// @throws SetupException with the first problem
  SweepSetup setup() throws SetupException {
    var counts =
        TypedFields.shots(
            shots.get(), prompt(trial()).used().size(), kind.get() == SweepKind.SHOTS);
    int maxShots = Collections.max(counts);
    if (kind.get() != SweepKind.SHOTS && maxShots == 0) {
      throw new SetupException("There is no example to vary: show at least one shot.");
    }
    var bases = bases(maxShots);
    if (kind.get() == SweepKind.LEAVE_ONE_OUT && bases.getFirst().answer().isEmpty()) {
      throw new SetupException(
          "Leave-one-out measures the right answer: type it under “Right answer”.");
    }
    return new SweepSetup(
        kind.get(),
        name(bases.getFirst()),
        bases,
        new SweepSetup.Extent(
            counts,
            kind.get() == SweepKind.SHOTS
                ? TypedFields.number("Shuffles", draws.get(), 0, MAX_DRAWS)
                : 0,
            SweepSetup.Extent.MAX_ORDERS,
            TypedFields.seed(seed.get())),
        new SweepSetup.Scoring(normalization.get(), playground.startToken()));
  }

  /// The name of the sweep for a list: the task, or the playground's question.
  private String name(Trial base) {
    if (subject.get().task().isPresent()) {
      return subject.get().name();
    }
    var question = prompt(base).question().strip().replaceAll("\\s+", " ");
    return question.codePointCount(0, question.length()) <= MAX_NAME_LENGTH
        ? question
        : question.substring(0, question.offsetByCodePoints(0, MAX_NAME_LENGTH)) + "…";
  }

  private List<Trial> bases(int maxShots) throws SetupException {
    var trial = trial();
    var prompt = prompt(trial).withShots(maxShots);
    check(prompt);
    var task = subject.get().task();
    int wanted = task.isEmpty() ? 1 : TypedFields.number("Test inputs", tests.get(), 1, MAX_TESTS);
    if (task.isEmpty() || wanted == 1 || kind.get() == SweepKind.LEAVE_ONE_OUT) {
      return List.of(typed(prompt));
    }
    var inputs = task.get().tests();
    if (wanted > inputs.size()) {
      throw new SetupException(
          "The task has " + inputs.size() + " test inputs: ask about that many at most.");
    }
    var bases = new ArrayList<Trial>();
    for (var test : inputs.subList(0, wanted)) {
      var labelled = TypedFields.labels(labels.get());
      var own =
          Trial.of(prompt.withInput(test.input()), labelled, test.answer(), labelled.isEmpty());
      bases.add(checked(own));
    }
    return bases;
  }

  private Trial typed(FewShotPrompt prompt) throws SetupException {
    var typed = answer.get().strip();
    var labelled = TypedFields.labels(labels.get());
    // A right answer of `1` as the only label would include `17` if it were not closed.
    return checked(
        Trial.of(
            prompt,
            labelled,
            typed.isEmpty() ? Optional.empty() : Optional.of(typed),
            labelled.isEmpty()));
  }

  private static Trial checked(Trial trial) throws SetupException {
    if (trial.labels().isEmpty()) {
      throw new SetupException(
          "There is nothing to score: type the right answer, or the labels to compare.");
    }
    return trial;
  }

  private static void check(FewShotPrompt prompt) throws SetupException {
    if (prompt.question().isEmpty()) {
      throw new SetupException("The prompt has no test input: type one in the playground.");
    }
    for (int place : prompt.usedPlaces()) {
      var example = prompt.examples().get(place);
      if (example.input().isEmpty() || example.output().isEmpty()) {
        throw new SetupException(
            "Example "
                + (place + 1)
                + (example.input().isEmpty() ? " has no input" : " has no answer")
                + ": fill it in or mute it in the playground.");
      }
    }
  }

  public ObjectProperty<Subject> subjectProperty() {
    return subject;
  }

  public ObjectProperty<SweepKind> kindProperty() {
    return kind;
  }

  /// The labels with commas between them; empty if any answer is possible.
  public StringProperty labelsProperty() {
    return labels;
  }

  /// The right answer; empty if unknown.
  public StringProperty answerProperty() {
    return answer;
  }

  /// The number of examples; several numbers for a shots curve.
  public StringProperty shotsProperty() {
    return shots;
  }

  /// The number of shuffles of a shots curve, besides the given order.
  public StringProperty drawsProperty() {
    return draws;
  }

  public StringProperty seedProperty() {
    return seed;
  }

  /// The number of test inputs of the task to ask about.
  public StringProperty testsProperty() {
    return tests;
  }

  /// The normalisation of the labels' shares.
  public ObjectProperty<Normalization> normalizationProperty() {
    return normalization;
  }
}
