package kelvin.ui.tuning;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.tuning.Depth;
import kelvin.ui.evaluation.form.EvaluationForm;
import kelvin.ui.evaluation.form.Planned;
import kelvin.ui.fx.LatestInBackground;
import kelvin.ui.lab.PlaygroundPrompt;

/// Holds the typed settings of a fine-tuning and turns them into a plan, in the background. Data,
/// split and prompt are those of an evaluation.
public final class TuningForm {

  private final EvaluationForm data;
  private final ObjectProperty<Depth> depth = new SimpleObjectProperty<>(this, "depth", Depth.HEAD);
  private final StringProperty examples = new SimpleStringProperty(this, "examples", "");
  private final StringProperty epochs =
      new SimpleStringProperty(this, "epochs", Integer.toString(TuningSettings.EPOCHS));
  private final StringProperty rate = new SimpleStringProperty(this, "rate", "");
  private final StringProperty batch =
      new SimpleStringProperty(this, "batch", Integer.toString(TuningSettings.BATCH));
  private final StringProperty rank =
      new SimpleStringProperty(this, "rank", Integer.toString(TuningSettings.RANK));
  private final StringProperty penalty = new SimpleStringProperty(this, "penalty", "");
  private final StringProperty otherText = new SimpleStringProperty(this, "otherText", "");
  private final ReadOnlyObjectWrapper<TuningPlanned> planned =
      new ReadOnlyObjectWrapper<>(this, "planned", new TuningPlanned.Reading());
  private final LatestInBackground<Asked, Made> maker;

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
    depth.subscribe((_, _) -> plan());
    for (var field : List.of(examples, epochs, rate, batch, rank, penalty, otherText)) {
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
      planned.set(made.planned);
    }
  }

  private TypedTuning typed() {
    return new TypedTuning(
        depth.get(),
        examples.get(),
        epochs.get(),
        rate.get(),
        batch.get(),
        rank.get(),
        penalty.get(),
        otherText.get());
  }

  /// Data, split, prompt and seed.
  public EvaluationForm data() {
    return data;
  }

  public ObjectProperty<Depth> depthProperty() {
    return depth;
  }

  /// The number of pairs to learn from; empty for all.
  public StringProperty examplesProperty() {
    return examples;
  }

  public StringProperty epochsProperty() {
    return epochs;
  }

  /// The greatest learning rate; empty for that of the depth.
  public StringProperty rateProperty() {
    return rate;
  }

  public StringProperty batchProperty() {
    return batch;
  }

  /// The rank of what is added to each matrix.
  public StringProperty rankProperty() {
    return rank;
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
