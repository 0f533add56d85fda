package kelvin.prompt.chat;

/// The settings of a chat besides its turns.
///
/// @param plain whether the turns are written as lines of plain text, without a template
/// @param beginsAnswer whether the text ends with what begins the model's answer, which templates
///     call `add_generation_prompt`
/// @param tools a list of tools as JSON, as it was typed; blank for none
/// @param template the name of the model's template; empty for the usual one
public record ChatSwitches(
    boolean plain, boolean beginsAnswer, Thinking thinking, String tools, String template) {

  /// The settings of a new chat.
  public static final ChatSwitches FIRST = new ChatSwitches(false, true, Thinking.USUAL, "", "");

  public ChatSwitches withPlain(boolean wanted) {
    return new ChatSwitches(wanted, beginsAnswer, thinking, tools, template);
  }

  /// The same without what begins an answer.
  public ChatSwitches closed() {
    return new ChatSwitches(plain, false, thinking, tools, template);
  }
}
