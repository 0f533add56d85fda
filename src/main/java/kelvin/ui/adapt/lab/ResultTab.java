package kelvin.ui.adapt.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kelvin.ui.control.ChoiceSwitch.Segment;

/// The parts of a comparison, one of which is shown.
enum ResultTab {
  CURVES("Curves", "Each method against the number of labelled examples."),
  TABLE("Table", "Each method with the most examples: how good, how fast, how large."),
  POINTS("Points", "Every draw with its numbers; each leads to its prompt or its training.");

  private final String title;
  private final String lesson;

  ResultTab(String title, String lesson) {
    this.title = title;
    this.lesson = lesson;
  }

  static List<Segment<ResultTab>> segments() {
    return Arrays.stream(values())
        .map(
            tab ->
                new Segment<>(
                    tab, "adapt-tab-" + tab.title.toLowerCase(Locale.ROOT), tab.title, tab.lesson))
        .toList();
  }
}
