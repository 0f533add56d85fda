package kelvin.ui.generation;

/// A generated token as the strip shows it.
///
/// @param visibleText for people
/// @param surprisal −ln p of the model's own distribution, nats
/// @param entropy of the distribution it was drawn from, nats
/// @param description the numbers of the draw in words
public record Step(
    int tokenId, String visibleText, double surprisal, double entropy, String description) {}
