package kelvin.prompt.task;

import java.util.Optional;

/// An input to ask about.
///
/// @param answer the right one, where it is known
public record TestInput(String input, Optional<String> answer) {}
