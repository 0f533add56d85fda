package kelvin.ui.evaluation.form;

import java.io.IOException;
import java.util.Optional;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.RawData;
import kelvin.text.Reason;

/// Data that was read, or the reason why there is none.
///
/// @param problem a sentence for the user; empty if there is data
record ReadData(DataChoice choice, Optional<RawData> data, String problem) {

  /// Reads data. Not on the FX thread.
  static ReadData of(DataChoice choice) {
    try {
      return new ReadData(choice, Optional.of(choice.read()), "");
    } catch (DataException e) {
      return new ReadData(choice, Optional.empty(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new ReadData(
          choice, Optional.empty(), "The file cannot be read: " + Reason.of(e) + ".");
    }
  }
}
