package kelvin.prompt;

/// One demonstration of a task: an input and the answer that it should get.
///
/// @param used whether it takes part; a muted example keeps its place
public record Example(String input, String output, boolean used) {}
