package kelvin.engine.label;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.text.VisibleText;

/// Finds labels that are the beginning of another one. The probability of such a label includes
/// that of the other.
public final class LabelPrefixes {

  private LabelPrefixes() {}

  /// A sentence for each label with which another one begins.
  public static List<String> sentences(List<String> labels) {
    var sentences = new ArrayList<String>();
    for (int i = 0; i < labels.size(); i++) {
      int at = i;
      IntStream.range(0, labels.size())
          .filter(j -> j != at && labels.get(j).startsWith(labels.get(at)))
          .findFirst()
          .ifPresent(
              j ->
                  sentences.add(
                      "The probability of '"
                          + VisibleText.of(labels.get(at))
                          + "' holds that of '"
                          + VisibleText.of(labels.get(j))
                          + "', which begins with it."));
    }
    return sentences;
  }
}
