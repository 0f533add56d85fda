package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// A subject of a figure or of a table of its numbers.
public enum View implements Choice {
  PLAYGROUND("playground", "Everything together", "playground"),
  BARS("bars", "Bars", "distribution"),
  CURVE("curve", "Cumulative curve", "cumulative"),
  FILM("film", "Temperature film", "temperature-film"),
  /// The logit lens: what the model would choose after each of its layers.
  LAYERS("layers", "Layer film", "layer-film"),
  STRIP("strip", "Heat strip", "tokens"),
  SERIES("series", "Surprisal and entropy", "series"),
  /// The difference from the pinned distribution.
  DIFFERENCE("difference", "Difference", "difference"),
  /// Whole answers with their joint probabilities.
  ANSWERS("answers", "Answers", "answers");

  /// The views in the order of a menu.
  public static final List<View> ALL = List.of(values());

  private final String label;
  private final String title;
  private final String fileName;

  View(String label, String title, String fileName) {
    this.label = label;
    this.title = title;
    this.fileName = fileName;
  }

  @Override
  public String label() {
    return label;
  }

  /// The name for display.
  public String title() {
    return title;
  }

  /// A name for files of this view, without the ending.
  public String fileName() {
    return fileName;
  }
}
