package kelvin.prompt;

/// One demonstration of a task: an input and the answer that it should get.
///
/// @param used whether it takes part; a muted example keeps its place
public record Example(String input, String output, boolean used) {

  /// One that takes part.
  public Example(String input, String output) {
    this(input, output, true);
  }

  /// The same, muted or not.
  public Example withUsed(boolean takesPart) {
    return new Example(input, output, takesPart);
  }
}
