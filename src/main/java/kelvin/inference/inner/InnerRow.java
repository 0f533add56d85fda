package kelvin.inference.inner;

import java.util.List;

/// Inner values at one position, with the logits of the same run.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InnerRow(List<float[]> values, float[] logits) {

  public InnerRow {
    values = List.copyOf(values);
  }
}
