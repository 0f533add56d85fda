package kelvin.workspace.tuning;

import java.util.Map;

/// A training whose state after an epoch was kept and whose result was not saved.
///
/// @param key of the model and the data
/// @param epoch the number of epochs that are done
/// @param form what the form said, by the names of its fields
public record UnfinishedTraining(String key, int epoch, Map<String, String> form) {

  public UnfinishedTraining {
    form = Map.copyOf(form);
  }
}
