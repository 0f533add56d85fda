package kelvin.experiment.tuning;

/// A head that was trained together with weights of the model.
///
/// @param l2 its penalty
public record TrainedHead(Head head, double l2) {}
