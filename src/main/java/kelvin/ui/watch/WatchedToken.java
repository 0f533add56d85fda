package kelvin.ui.watch;

/// A token that is followed, with its numbers in the distribution on show, as text.
///
/// @param rank 1-based
/// @param probability at the temperature, percent
/// @param fate `kept`, or the stage that removed it
public record WatchedToken(
    int tokenId, String visibleText, String rank, String probability, String fate) {}
