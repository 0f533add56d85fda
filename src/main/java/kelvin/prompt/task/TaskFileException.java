package kelvin.prompt.task;

/// A task file that cannot be used: the place, why, and what to do, as one line.
public final class TaskFileException extends Exception {

  private static final long serialVersionUID = 1;

  private final String place;

  /// @param place in the file, such as `examples[2].x` or `line 3 column 7`; may be empty
  /// @param reason what is wrong there, without a full stop
  /// @param remedy a sentence: what to do
  public TaskFileException(String place, String reason, String remedy) {
    super((place.isEmpty() ? "" : place + ": ") + reason + ". " + remedy);
    this.place = place;
  }

  /// Where in the file; empty when it is about the whole file.
  public String place() {
    return place;
  }
}
