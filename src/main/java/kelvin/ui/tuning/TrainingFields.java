package kelvin.ui.tuning;

import java.util.List;
import javafx.scene.control.ChoiceBox;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.ui.lab.common.LabFields;

/// Adds the fields of a training of weights to a form.
public final class TrainingFields {

  private final String id;
  private final TrainingForm form;

  /// @param id the beginning of the ids of all controls
  public TrainingFields(String id, TrainingForm form) {
    this.id = id;
    this.form = form;
  }

  /// Adds the part of the model that is trained.
  public ChoiceBox<Depth> addDepth(LabFields fields, List<Depth> depths, String lesson) {
    var depth =
        fields.choice(id + "-depth", "Train", form.depthProperty(), depths, DepthWords::title);
    LabFields.teach(depth, lesson);
    return depth;
  }

  /// Adds the loss; a head alone has no choice.
  public void addLoss(LabFields fields) {
    var loss =
        fields.choice(id + "-loss-choice", "Loss", form.lossProperty(), Loss.ALL, DepthWords::loss);
    LabFields.teach(
        loss,
        "What is made small: −ln p of the right answer’s tokens, or −ln of the share that a head w"
            + " gives the right label, where w and θ are trained together from the best w for θ̂.");
    loss.visibleProperty().bind(form.depthProperty().isNotEqualTo(Depth.HEAD));
  }

  /// Adds the number of epochs; a head has none.
  public void addEpochs(LabFields fields) {
    var epochs = fields.field(id + "-epochs", "Epochs", form.epochsProperty(), "");
    LabFields.teach(epochs, "How often all pairs are learned, at most.");
    epochs.visibleProperty().bind(form.depthProperty().isNotEqualTo(Depth.HEAD));
  }

  /// Adds rate, batch and rank; a head has none of them.
  public void addSteps(LabFields fields) {
    var rate = fields.field(id + "-rate", "Rate", form.rateProperty(), "");
    rate.promptTextProperty().bind(form.depthProperty().map(depth -> "" + depth.rate()));
    LabFields.teach(
        rate,
        "The greatest learning rate of Adam; empty for the usual one. If it is too great, the"
            + " training diverges, says so and keeps the best weights.");
    var batch = fields.field(id + "-batch", "Batch", form.batchProperty(), "");
    LabFields.teach(batch, "The pairs of a step.");
    var rank = fields.field(id + "-rank", "Rank", form.rankProperty(), "");
    LabFields.teach(rank, "The rank of the products that are added to the matrices.");
    rank.visibleProperty().bind(form.depthProperty().isEqualTo(Depth.LOWRANK));
    for (var field : List.of(rate, batch)) {
      field.visibleProperty().bind(form.depthProperty().isNotEqualTo(Depth.HEAD));
    }
  }
}
