package kelvin.engine.tuning;

/// The space in which a head is trained: features moved to mean 0 and scaled to a mean square of 1,
/// so that one learning rate and one penalty suit all models.
///
/// @param mean of each dimension of φ
/// @param deviation one for all dimensions, greater than 0
/// @param penalty of the head: half of it times the sum of the squares of its numbers is added to
///     the loss that falls, not to the losses that are told
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HeadSpace(double[] mean, double deviation, double penalty) {}
