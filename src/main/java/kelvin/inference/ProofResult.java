package kelvin.inference;

import java.util.List;
import java.util.Optional;
import kelvin.inference.ModelDescriptor.ProbeOutcome;

/// The result of a proof at length.
///
/// @param length the number of tokens up to which all comparisons passed
/// @param outcomes one outcome for each kind of comparison
/// @param fault the first fault, if any; the proof ended there
public record ProofResult(int length, List<ProbeOutcome> outcomes, Optional<Fault> fault) {

  public ProofResult {
    outcomes = List.copyOf(outcomes);
  }

  /// The kinds of faults.
  public enum FaultKind {
    /// The logits depend on the way in which tokens were run: the kept states are wrong.
    CACHE,
    /// A later token changes the logits of an earlier one.
    CAUSAL,
    /// The graph treats some positions as others.
    POSITIONS,
    /// The logits are not numbers.
    NUMBERS
  }

  /// @param length the number of tokens at which the fault first showed
  public record Fault(FaultKind kind, int length) {}
}
