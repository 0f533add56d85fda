package kelvin.ui.plot.evaluation;

import java.util.List;
import kelvin.experiment.measure.Confusion;
import kelvin.text.VisibleText;
import kelvin.ui.control.Numbers;

/// The counts of a confusion matrix with the names of its labels; immutable.
///
/// @param labels in the order of the rows and of the columns
public record ConfusionPicture(List<String> labels, Confusion confusion) {

  /// A picture without labels.
  public static final ConfusionPicture EMPTY =
      new ConfusionPicture(List.of(), new Confusion(List.of()));

  /// From this number of labels on, only the right choices are said one by one.
  private static final int MANY = 13;

  /// @throws IllegalArgumentException when the matrix has not one row for each label
  public ConfusionPicture {
    labels = List.copyOf(labels);
    if (labels.size() != confusion.counts().size()) {
      throw new IllegalArgumentException(
          labels.size() + " labels and " + confusion.counts().size() + " rows");
    }
  }

  int size() {
    return labels.size();
  }

  /// The name of a label with its white space made visible.
  String name(int label) {
    return VisibleText.of(labels.get(label));
  }

  int total() {
    int sum = 0;
    for (int label = 0; label < size(); label++) {
      sum += confusion.right(label);
    }
    return sum;
  }

  /// The share of a row's items that got a label, from 0 to 1; 0 in an empty row.
  double share(int right, int choice) {
    int all = confusion.right(right);
    return all == 0 ? 0 : (double) confusion.count(right, choice) / all;
  }

  /// The text about a cell.
  String wordsOf(int right, int choice) {
    int all = confusion.right(right);
    var of = Numbers.count(confusion.count(right, choice)) + " of " + items(all);
    return "Right label “"
        + name(right)
        + "”, choice “"
        + name(choice)
        + "”: "
        + of
        + (all == 0 ? "" : " (" + Numbers.probability(share(right, choice)) + ")")
        + (right == choice ? ", which is right" : "");
  }

  private static String items(int count) {
    return count == 1 ? "1 item" : Numbers.count(count) + " items";
  }

  /// The description for screen readers.
  String summary() {
    var words = new StringBuilder("Confusion matrix of ").append(items(total()));
    for (int right = 0; right < size(); right++) {
      words.append("; ").append(name(right)).append(", ").append(items(confusion.right(right)));
      words.append(": ");
      var choices = new StringBuilder();
      for (int choice = 0; choice < size(); choice++) {
        int count = confusion.count(right, choice);
        if (count > 0 && (choice == right || size() < MANY)) {
          choices.append(choices.isEmpty() ? "" : ", ").append(Numbers.count(count));
          choices.append(" as ").append(name(choice));
        }
      }
      words.append(choices.isEmpty() ? "none right" : choices);
    }
    return words.toString();
  }
}
