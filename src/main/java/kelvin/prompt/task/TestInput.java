package kelvin.prompt.task;

import java.util.Optional;

/// An input that the prompt asks about.
///
/// @param answer the right answer, if known
public record TestInput(String input, Optional<String> answer) {}
