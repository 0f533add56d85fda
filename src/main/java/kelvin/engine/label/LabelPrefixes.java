package kelvin.engine.label;

import java.util.ArrayList;
import java.util.List;
import kelvin.text.VisibleText;

/// Finds labels that are the beginning of another one. The probability of such a label includes
/// that of the other.
public final class LabelPrefixes {

  private LabelPrefixes() {}

  /// A sentence for each spelling with which another one begins.
  ///
  /// @param labels the spellings of each label
  public static List<String> sentences(List<List<String>> labels) {
    var sentences = new ArrayList<String>();
    for (int label = 0; label < labels.size(); label++) {
      for (var spelling : labels.get(label)) {
        add(spelling, label, labels, sentences);
      }
    }
    return sentences;
  }

  /// Adds a sentence about the first spelling of another label that begins with this one, else of
  /// the same label.
  private static void add(
      String spelling, int of, List<List<String>> labels, List<String> sentences) {
    for (int label = 0; label < labels.size(); label++) {
      for (var other : labels.get(label)) {
        if (label != of && other.startsWith(spelling)) {
          sentences.add(
              "The probability of '"
                  + VisibleText.of(spelling)
                  + "' holds that of '"
                  + VisibleText.of(other)
                  + "', which begins with it.");
          return;
        }
      }
    }
    for (var other : labels.get(of)) {
      if (!other.equals(spelling) && other.startsWith(spelling)) {
        sentences.add(
            "The spelling '"
                + VisibleText.of(other)
                + "' begins with '"
                + VisibleText.of(spelling)
                + "' of the same label; it counts as part of it if its tokens begin with the same ones.");
        return;
      }
    }
  }
}
