package kelvin.ui.figure;

/// What a figure, or a table of its numbers, is of.
public enum FigureView {
  PLAYGROUND("Everything together", "playground"),
  BARS("Bars", "distribution"),
  CURVE("Cumulative curve", "cumulative"),
  FILM("Temperature film", "temperature-film"),
  STRIP("Heat strip", "tokens"),
  SERIES("Surprisal and entropy", "series"),
  /// Against what is pinned.
  DIFFERENCE("Difference", "difference");

  private final String label;
  private final String fileName;

  FigureView(String label, String fileName) {
    this.label = label;
    this.fileName = fileName;
  }

  /// What people call it.
  public String label() {
    return label;
  }

  /// A name for its files, without the ending.
  public String fileName() {
    return fileName;
  }
}
