package kelvin.ui.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kelvin.ui.control.ChoiceSwitch.Segment;

/// The parts of a result, one of which is shown.
enum ResultTab {
  OVERVIEW("Overview", "Which label is taken for which, and how honest the shares are."),
  TRUST("Trust", "How few errors are left if only the surest choices are taken."),
  ITEMS("Items", "Every text with its choice; each leads to its prompt."),
  COMPARE("Compare", "Beside another evaluation, and beside variants of the prompt."),
  CORRECT("Correct", "A correction, a threshold and sets of labels, learned on the train part.");

  private final String title;
  private final String lesson;

  ResultTab(String title, String lesson) {
    this.title = title;
    this.lesson = lesson;
  }

  static List<Segment<ResultTab>> segments() {
    return Arrays.stream(values())
        .map(
            each ->
                new Segment<>(
                    each,
                    "evaluation-tab-" + each.name().toLowerCase(Locale.ROOT),
                    each.title,
                    each.lesson))
        .toList();
  }
}
