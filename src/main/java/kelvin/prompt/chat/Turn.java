package kelvin.prompt.chat;

/// A turn of a chat: a speaker and what is said.
///
/// @param text may be empty
/// @param more the further members of the message as a JSON object, as it was typed, such as
///     `{"tool_calls": […]}` or `{"name": "time", "tool_call_id": "1"}`; blank for none
public record Turn(Role role, String text, String more) {

  /// A turn without further members.
  public Turn(Role role, String text) {
    this(role, text, "");
  }

  public Turn withText(String other) {
    return new Turn(role, other, more);
  }
}
