package kelvin.engine.label;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.inference.InferenceException;
import kelvin.text.VisibleText;

/// Checks that labels are not empty and that no two have a spelling in common.
final class LabelCheck {

  private LabelCheck() {}

  /// @param labels the spellings of each label
  /// @throws InferenceException with a sentence about the first invalid label
  static void check(List<List<String>> labels) {
    if (labels.isEmpty()) {
      throw new InferenceException("There is no label to score: give at least one.");
    }
    var known = new HashMap<String, Integer>();
    for (int i = 0; i < labels.size(); i++) {
      var spellings = labels.get(i);
      for (int j = 0; j < spellings.size(); j++) {
        if (spellings.get(j).isEmpty()) {
          throw new InferenceException(
              spellings.size() == 1
                  ? "Label " + (i + 1) + " of " + labels.size() + " is empty: give it a text."
                  : "Spelling "
                      + (j + 1)
                      + " of label "
                      + (i + 1)
                      + " is empty: give it a text, or write \\| for a bar.");
        }
        checkNew(spellings.get(j), i, labels, known);
      }
    }
  }

  private static void checkNew(
      String spelling, int label, List<List<String>> labels, Map<String, Integer> known) {
    var first = known.putIfAbsent(spelling, label);
    if (first == null) {
      return;
    }
    var text = "'" + VisibleText.of(spelling) + "'";
    if (first == label) {
      throw new InferenceException(
          "Label " + (label + 1) + " has the spelling " + text + " twice: leave one out.");
    }
    boolean joined = labels.get(first).size() + labels.get(label).size() > 2;
    throw new InferenceException(
        "Labels "
            + (first + 1)
            + " and "
            + (label + 1)
            + (joined
                ? " both have the spelling " + text + ": leave it out of one of them."
                : " are both " + text + ": remove one of them."));
  }
}
