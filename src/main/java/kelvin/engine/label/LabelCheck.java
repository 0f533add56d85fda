package kelvin.engine.label;

import java.util.List;
import kelvin.inference.InferenceException;
import kelvin.text.VisibleText;

/// Checks that labels are not empty and differ from each other.
final class LabelCheck {

  private LabelCheck() {}

  /// @throws InferenceException with a sentence about the first invalid label
  static void check(List<String> labels) {
    if (labels.isEmpty()) {
      throw new InferenceException("There is no label to score: give at least one.");
    }
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).isEmpty()) {
        throw new InferenceException(
            "Label " + (i + 1) + " of " + labels.size() + " is empty: give it a text.");
      }
      int first = labels.indexOf(labels.get(i));
      if (first < i) {
        throw new InferenceException(
            "Labels "
                + (first + 1)
                + " and "
                + (i + 1)
                + " are both '"
                + VisibleText.of(labels.get(i))
                + "': remove one of them.");
      }
    }
  }
}
