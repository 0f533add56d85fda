package kelvin.inference;

import java.util.List;
import java.util.Optional;
import kelvin.inference.ModelDescriptor.ProbeOutcome;

/// The result of a proof at length.
///
/// @param length the number of tokens up to which all comparisons passed; 0 if that is not known
/// @param outcomes one outcome for each kind of comparison
/// @param fault the first fault, if any; the proof ended there
/// @param complete whether all comparisons ran; false if a run failed, for example for lack of
///     memory, which proves nothing
public record ProofResult(
    int length, List<ProbeOutcome> outcomes, Optional<Fault> fault, boolean complete) {

  /// A proof that passed.
  public static ProofResult passed(int length, List<ProbeOutcome> outcomes) {
    return new ProofResult(length, outcomes, Optional.empty(), true);
  }

  /// A proof that ended at a fault.
  public static ProofResult faulty(List<ProbeOutcome> outcomes, Fault fault) {
    return new ProofResult(fault.length() - 1, outcomes, Optional.of(fault), true);
  }

  /// A proof that could not be finished.
  public static ProofResult unfinished(List<ProbeOutcome> outcomes) {
    return new ProofResult(0, outcomes, Optional.empty(), false);
  }

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
