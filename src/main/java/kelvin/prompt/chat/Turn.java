package kelvin.prompt.chat;

/// A turn of a chat: a speaker and what is said.
///
/// @param text may be empty
public record Turn(Role role, String text) {

  public Turn withText(String other) {
    return new Turn(role, other);
  }
}
