package kelvin.ui.evaluation.item;

import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Decision;
import kelvin.text.VisibleText;

/// The items that a list shows.
public sealed interface ItemFilter {

  /// Returns whether an item is shown.
  boolean shows(Decision decision);

  /// Every item.
  record All() implements ItemFilter {
    @Override
    public boolean shows(Decision decision) {
      return true;
    }
  }

  /// The items that are right.
  record Right() implements ItemFilter {
    @Override
    public boolean shows(Decision decision) {
      return decision.isRight();
    }
  }

  /// The items that are wrong, undecided ones too.
  record Wrong() implements ItemFilter {
    @Override
    public boolean shows(Decision decision) {
      return !decision.isRight();
    }
  }

  /// The items of a cell of the confusion matrix.
  ///
  /// @param right the right label, 0-based
  /// @param choice the chosen label, 0-based
  record Cell(int right, int choice) implements ItemFilter {

    @Override
    public boolean shows(Decision decision) {
      return decision.right() == right && decision.choice().orElse(-1) == choice;
    }

    /// Such as `“positive”, taken for “negative”`.
    String words(Evaluation evaluation) {
      var labels = evaluation.labels();
      return right == choice
          ? "“" + VisibleText.of(labels.get(right)) + "”, and found"
          : "“%s”, taken for “%s”"
              .formatted(VisibleText.of(labels.get(right)), VisibleText.of(labels.get(choice)));
    }
  }
}
