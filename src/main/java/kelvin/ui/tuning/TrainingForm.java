package kelvin.ui.tuning;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;

/// Holds the typed settings of a training.
public final class TrainingForm {

  private final ObjectProperty<Depth> depth;
  private final ObjectProperty<Loss> loss = new SimpleObjectProperty<>(this, "loss", Loss.LM);
  private final StringProperty epochs =
      new SimpleStringProperty(this, "epochs", Integer.toString(TuningSettings.EPOCHS));
  private final StringProperty rate = new SimpleStringProperty(this, "rate", "");
  private final StringProperty batch =
      new SimpleStringProperty(this, "batch", Integer.toString(TuningSettings.BATCH));
  private final StringProperty rank =
      new SimpleStringProperty(this, "rank", Integer.toString(TuningSettings.RANK));

  /// @param first the depth that is chosen at first
  public TrainingForm(Depth first) {
    depth = new SimpleObjectProperty<>(this, "depth", first);
  }

  /// Calls an action after each change.
  public void setOnChange(Runnable action) {
    depth.subscribe((_, _) -> action.run());
    loss.subscribe((_, _) -> action.run());
    for (var field : List.of(epochs, rate, batch, rank)) {
      field.subscribe((_, _) -> action.run());
    }
  }

  public TypedTraining typed() {
    return new TypedTraining(
        depth.get(), usedLoss(), epochs.get(), rate.get(), batch.get(), rank.get());
  }

  /// Takes over what another form says.
  public void take(TypedTraining typed) {
    depth.set(typed.depth());
    if (typed.depth().losses().size() > 1) {
      loss.set(typed.loss());
    }
    epochs.set(typed.epochs());
    rate.set(typed.rate());
    batch.set(typed.batch());
    rank.set(typed.rank());
  }

  public ObjectProperty<Depth> depthProperty() {
    return depth;
  }

  /// The loss that is wanted where the depth has a choice.
  public ObjectProperty<Loss> lossProperty() {
    return loss;
  }

  /// The loss that is made small: the wanted one if the depth has it.
  public ObservableValue<Loss> usedLossProperty() {
    return Bindings.createObjectBinding(this::usedLoss, depth, loss);
  }

  private Loss usedLoss() {
    var possible = depth.get().losses();
    return possible.contains(loss.get()) ? loss.get() : possible.getFirst();
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
}
