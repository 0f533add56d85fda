package kelvin.ui.tuning;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.experiment.tuning.Depth;
import kelvin.ui.evaluation.form.EvaluationForm;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.fx.LatestInBackground;
import kelvin.ui.lab.PlaygroundPrompt;

/// Holds the typed settings of a fine-tuning and turns them into a plan, in the background. Data,
/// split and prompt are those of an evaluation.
public final class TuningForm {

  private final EvaluationForm data;
  private final TrainingForm training = new TrainingForm(Depth.HEAD);
  private final StringProperty examples = new SimpleStringProperty(this, "examples", "");
  private final StringProperty penalty = new SimpleStringProperty(this, "penalty", "");
  private final StringProperty otherText = new SimpleStringProperty(this, "otherText", "");
  private final ReadOnlyObjectWrapper<TuningPlanned> planned =
      new ReadOnlyObjectWrapper<>(this, "planned", new TuningPlanned.Reading());
  private final LatestInBackground<Asked, Made> maker;

  /// The fields as they were when the plan was made.
  private Optional<Asked> made = Optional.empty();

  private record Asked(Planned.Ready ready, TypedTuning typed) {}

  private record Made(Asked asked, TuningPlanned planned) {}

  TuningForm(PlaygroundPrompt playground, Executor background, Executor fxThread) {
    data = new EvaluationForm(playground, background, fxThread);
    // As `kelvin finetune` does: what is learned needs no examples in the prompt.
    data.shotsProperty().set("0");
    maker =
        new LatestInBackground<>(
            background,
            fxThread,
            asked -> new Made(asked, asked.typed.on(asked.ready)),
            this::take);
    data.plannedProperty().subscribe(this::plan);
    training.setOnChange(this::plan);
    for (var field : List.of(examples, penalty, otherText)) {
      field.subscribe((_, _) -> plan());
    }
  }

  private void plan() {
    switch (data.plannedProperty().get()) {
      case Planned.Reading _ -> planned.set(new TuningPlanned.Reading());
      case Planned.Refused(var reason) -> planned.set(new TuningPlanned.Refused(reason));
      case Planned.Ready ready -> maker.ask(new Asked(ready, typed()));
    }
  }

  private void take(Made made) {
    // A later change asks again.
    if (made.asked.ready.equals(data.plannedProperty().get()) && made.asked.typed.equals(typed())) {
      this.made = Optional.of(made.asked);
      planned.set(made.planned);
    }
  }

  /// Fills all but the data.
  void take(TypedTuning typed) {
    training.take(typed.training());
    examples.set(typed.examples());
    penalty.set(typed.penalty());
    otherText.set(typed.otherText());
  }

  /// Returns whether the plan is ready and is that of these fields, with the data as they are.
  boolean plans(TypedTuning typed) {
    return planned.get() instanceof TuningPlanned.Ready
        && made.filter(
                last -> last.typed.equals(typed) && last.ready.equals(data.plannedProperty().get()))
            .isPresent();
  }

  TypedTuning typed() {
    return new TypedTuning(training.typed(), examples.get(), penalty.get(), otherText.get());
  }

  /// What is trained, and how.
  public TrainingForm training() {
    return training;
  }

  /// Data, split, prompt and seed.
  public EvaluationForm data() {
    return data;
  }

  public ObjectProperty<Depth> depthProperty() {
    return training.depthProperty();
  }

  /// The number of pairs to learn from; empty for all.
  public StringProperty examplesProperty() {
    return examples;
  }

  /// The penalty of a head; empty to choose it by cross-validation.
  public StringProperty penaltyProperty() {
    return penalty;
  }

  /// A text whose loss is measured before and after; empty for none.
  public StringProperty otherTextProperty() {
    return otherText;
  }

  /// The plan that the form makes, or the reason why it makes none.
  public ReadOnlyObjectProperty<TuningPlanned> plannedProperty() {
    return planned.getReadOnlyProperty();
  }
}
