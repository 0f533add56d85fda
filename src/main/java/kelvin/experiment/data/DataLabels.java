package kelvin.experiment.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.prompt.Spellings;
import kelvin.text.VisibleText;

/// Checks that a list of labels can be compared on a data set.
public final class DataLabels {

  /// More are no choice between labels any more, but open answers.
  public static final int MAX = 200;

  private DataLabels() {}

  /// Returns the labels.
  ///
  /// @param labels each with its spellings; a right label of the data may be any of them
  /// @throws DataException when there are too many, one is empty, or the test part has one that is
  ///     not among them
  public static List<String> checked(List<String> labels, DataSet data) throws DataException {
    if (labels.size() > MAX) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "There are %,d different labels, and at most %d can be compared. Is this the column"
                  + " of the labels?",
              labels.size(),
              MAX));
    }
    for (int i = 0; i < labels.size(); i++) {
      if (Spellings.of(labels.get(i)).stream().anyMatch(String::isBlank)) {
        // A layout would put a space before it, and the model would be asked about that.
        throw new DataException(
            (Spellings.of(labels.get(i)).size() == 1 ? "Label " : "A spelling of label ")
                + (i + 1)
                + " of "
                + labels.size()
                + " is empty: give it a text.");
      }
    }
    var known = new HashSet<String>();
    labels.forEach(label -> known.addAll(Spellings.of(label)));
    var unknown = data.test().stream().filter(pair -> !known.contains(pair.label())).toList();
    if (!unknown.isEmpty()) {
      var first = unknown.getFirst();
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: '%s' is none of the labels %s, as in %,d of %,d pairs. Name all labels, or"
                  + " correct the data.",
              first.placeAsBeginning(),
              VisibleText.of(first.label()),
              named(labels),
              unknown.size(),
              data.test().size()));
    }
    return labels;
  }

  private static String named(List<String> labels) {
    int max = 10;
    return labels.stream()
            .limit(max)
            .map(Spellings::name)
            .map(VisibleText::of)
            .collect(Collectors.joining(", "))
        + (labels.size() > max ? " …" : "");
  }
}
