package kelvin.prompt;

/// One demonstration of a task: an input and the answer that it should get.
///
/// @param used whether the example can be shown; a muted one keeps its place
public record Example(String input, String output, boolean used) {

  /// An example that is not muted.
  public Example(String input, String output) {
    this(input, output, true);
  }

  /// Mutes or unmutes the example.
  public Example withUsed(boolean takesPart) {
    return new Example(input, output, takesPart);
  }
}
