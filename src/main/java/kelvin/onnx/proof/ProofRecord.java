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
  private static final String UNFINISHED = "unfinished";

  /// A run may fail once for lack of memory. A graph that fails again will fail always.
  private static final int MAX_UNFINISHED = 2;

  /// The rules that a model was judged by. With other rules it is proved again.
  private static final String RULES = "proof 2";

  private final LoadRecords records;
  private final String key;
  private LoadRecord found;

  /// @param key identifies the model's files
  public ProofRecord(LoadRecords records, String key) {
    this.records = records;
    this.key = RULES + "\n" + key;
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

  /// The result of a proof that passed.
  public Optional<ProofResult> passed() {
    int length = number(LENGTH);
    return length > 0 ? Optional.of(ProofResult.passed(length, found.probes())) : Optional.empty();
  }

  /// Returns whether no further proof is needed: one passed, or two could not be finished.
  public boolean isDone() {
    return number(LENGTH) > 0 || number(UNFINISHED) >= MAX_UNFINISHED;
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
    if (!result.complete()) {
      facts.put(UNFINISHED, Integer.toString(number(UNFINISHED) + 1));
    } else if (result.fault().isEmpty()) {
      facts.put(LENGTH, Integer.toString(result.length()));
    } else if (result.fault().get().kind() == FaultKind.CACHE) {
      facts.put(REJECTED, (facts.getOrDefault(REJECTED, "") + " " + used.name()).strip());
      outcomes.removeIf(ProbeOutcome::passed);
      outcomes.replaceAll(
          outcome -> result.outcomes().contains(outcome) ? outcome.of(used) : outcome);
    } else {
      var fault = result.fault().get();
      facts.put(FAULT + " " + fault.kind().name(), Integer.toString(fault.length()));
    }
    found = new LoadRecord(facts, outcomes);
    records.keep(key, found);
  }
}
