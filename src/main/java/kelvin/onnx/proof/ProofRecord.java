package kelvin.onnx.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kelvin.inference.LoadRecord;
import kelvin.inference.LoadRecords;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ProofResult;
import kelvin.inference.ProofResult.FaultKind;

/// Stores the results of the proofs at length of one model.
///
/// A way of keeping states that failed is not tried again. Any other fault refuses the model.
public final class ProofRecord {

  private static final String LENGTH = "length";
  private static final String REJECTED = "rejected";
  private static final String FAULT = "fault";

  private final LoadRecords records;
  private final String key;
  private LoadRecord found;

  /// @param key identifies the model's files
  public ProofRecord(LoadRecords records, String key) {
    this.records = records;
    this.key = "proof\n" + key;
    found = records.find(this.key).orElse(new LoadRecord(Map.of(), List.of()));
  }

  /// The ways of keeping states that gave wrong logits in longer texts.
  public Set<CacheKind> rejected() {
    var kinds = EnumSet.noneOf(CacheKind.class);
    var words = List.of(found.facts().getOrDefault(REJECTED, "").split(" ", -1));
    Arrays.stream(CacheKind.values())
        .filter(kind -> words.contains(kind.name()))
        .forEach(kinds::add);
    return kinds;
  }

  /// The result of a proof that found no fault.
  public Optional<ProofResult> passed() {
    int length = number(LENGTH);
    return length > 0
        ? Optional.of(new ProofResult(length, found.probes(), Optional.empty()))
        : Optional.empty();
  }

  /// @throws ModelLoadException if a proof found a fault that no way of keeping states avoids
  public void refuseFault(ModelFolder folder) throws ModelLoadException {
    for (var kind : FaultKind.values()) {
      int length = number(FAULT + " " + kind.name());
      if (length > 0) {
        throw new ModelLoadException(
            folder.graph(), ProofSentences.reason(kind, length), ProofSentences.remedy(kind));
      }
    }
  }

  private int number(String name) {
    var text = found.facts().getOrDefault(name, "");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /// Stores a result.
  ///
  /// @param used the way in which states were kept
  public void keep(ProofResult result, CacheKind used) {
    var facts = new HashMap<>(found.facts());
    var outcomes = new ArrayList<ProbeOutcome>(found.probes());
    outcomes.removeIf(ProbeOutcome::passed);
    outcomes.addAll(result.outcomes());
    if (result.fault().isEmpty()) {
      facts.put(LENGTH, Integer.toString(result.length()));
    } else if (result.fault().get().kind() == FaultKind.CACHE) {
      facts.put(REJECTED, (facts.getOrDefault(REJECTED, "") + " " + used.name()).strip());
      outcomes.replaceAll(outcome -> outcome.passed() ? outcome : named(outcome, used));
      outcomes.removeIf(ProbeOutcome::passed);
    } else {
      var fault = result.fault().get();
      facts.put(FAULT + " " + fault.kind().name(), Integer.toString(fault.length()));
    }
    found = new LoadRecord(facts, outcomes);
    records.keep(key, found);
  }

  private static ProbeOutcome named(ProbeOutcome outcome, CacheKind kind) {
    return outcome.name().endsWith(")")
        ? outcome
        : new ProbeOutcome(
            outcome.name() + " (" + kind.label() + ")",
            outcome.question(),
            false,
            outcome.largestDifference());
  }
}
