package kelvin.inference;

import java.util.List;
import java.util.Map;
import kelvin.inference.ModelDescriptor.ProbeOutcome;

/// What the first load of a model's files found out, so that the next one need not.
///
/// @param facts what else the loader needs to know, by names that are its own
public record LoadRecord(Map<String, String> facts, List<ProbeOutcome> probes) {

  public LoadRecord {
    facts = Map.copyOf(facts);
    probes = List.copyOf(probes);
  }
}
