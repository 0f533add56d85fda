package kelvin.prompt.task;

/// Signals a task file that cannot be used; the message gives the place, the reason and the remedy
/// in one line.
public final class TaskFileException extends Exception {

  private static final long serialVersionUID = 1;

  private final String place;

  /// @param place in the file, such as `examples[2].x` or `line 3 column 7`; may be empty
  /// @param reason the mistake there, without a full stop
  /// @param remedy a sentence: what to do
  public TaskFileException(String place, String reason, String remedy) {
    super((place.isEmpty() ? "" : place + ": ") + reason + ". " + remedy);
    this.place = place;
  }

  /// The place in the file; empty if the whole file is meant.
  public String place() {
    return place;
  }
}
