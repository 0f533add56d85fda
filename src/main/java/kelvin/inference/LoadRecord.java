package kelvin.inference;

import java.util.List;
import java.util.Map;
import kelvin.inference.ModelDescriptor.ProbeOutcome;

/// The results of the first load of a model, so that later loads can skip the probes.
///
/// @param facts further facts that the loader needs, under names that it chooses
public record LoadRecord(Map<String, String> facts, List<ProbeOutcome> probes) {

  public LoadRecord {
    facts = Map.copyOf(facts);
    probes = List.copyOf(probes);
  }
}
