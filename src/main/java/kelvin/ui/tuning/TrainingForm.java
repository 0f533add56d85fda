package kelvin.ui.tuning;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.tuning.Depth;

/// Holds the typed settings of a training.
public final class TrainingForm {

  private final ObjectProperty<Depth> depth;
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
    for (var field : List.of(epochs, rate, batch, rank)) {
      field.subscribe((_, _) -> action.run());
    }
  }

  public TypedTraining typed() {
    return new TypedTraining(depth.get(), epochs.get(), rate.get(), batch.get(), rank.get());
  }

  /// Takes over what another form says.
  public void take(TypedTraining typed) {
    depth.set(typed.depth());
    epochs.set(typed.epochs());
    rate.set(typed.rate());
    batch.set(typed.batch());
    rank.set(typed.rank());
  }

  public ObjectProperty<Depth> depthProperty() {
    return depth;
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
