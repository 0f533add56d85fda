package kelvin.ui.path;

import java.util.List;

/// A panel below the tree: the path itself, or a tool that asks something about its tokens.
public enum PathTool {
  PATH("path", "Path", "The text of the selected path, its name and its probability."),
  PAIR("pair", "Side by side", "Two paths step by step: where they part, and what that changes."),
  EXPAND("expand", "Expand", "All continuations of the selected token, best first, with the rest."),
  REPLAY("replay", "Replay", "The same random numbers with other settings, or by another model."),
  SAMPLE("sample", "Samples", "Many draws from the selected token on, counted."),
  TEXT("text", "Text", "The probability that a text follows, however it is spelled in tokens."),
  RECORD("record", "Record", "The path with all its logits in a file, and certificates of texts.");

  /// The tools in the order of the switch.
  public static final List<PathTool> ALL = List.of(values());

  private final String label;
  private final String title;
  private final String lesson;

  PathTool(String label, String title, String lesson) {
    this.label = label;
    this.title = title;
    this.lesson = lesson;
  }

  /// A short name that never changes.
  public String label() {
    return label;
  }

  /// The name for people.
  public String title() {
    return title;
  }

  public String lesson() {
    return lesson;
  }
}
