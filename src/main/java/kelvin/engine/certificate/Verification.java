package kelvin.engine.certificate;

import java.util.List;
import java.util.Optional;

/// The result of checking a certificate.
///
/// @param differences of each stage the first one, the earliest first; empty if all is the same to
///     the bit
/// @param steps the number of steps that were compared
/// @param otherRows the number of steps with another row of logits
/// @param otherTokens the number of steps at which another token is drawn
/// @param largestChange the largest |Δ ln p| of a token of the text, nats; 0 if no step was
/// compared
public record Verification(
    List<Difference> differences, int steps, int otherRows, int otherTokens, double largestChange) {

  public Verification {
    differences = List.copyOf(differences);
  }

  /// True if not one bit is another one.
  public boolean isSame() {
    return differences.isEmpty();
  }

  public Optional<Difference> first() {
    return differences.stream().findFirst();
  }
}
