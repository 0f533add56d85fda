package kelvin.prompt.chat;

/// The settings of a chat besides its turns.
///
/// @param plain whether the turns are written as lines of plain text, without a template
/// @param beginsAnswer whether the text ends with what begins the model's answer, which templates
///     call `add_generation_prompt`; does nothing while the last turn is continued
/// @param continuesLast whether the last turn is left open, so that the model goes on with it; in
///     Transformers `continue_final_message`
/// @param tools a list of tools as JSON, as it was typed; blank for none
/// @param template the name of the model's template; empty for the usual one
public record ChatSwitches(
    boolean plain,
    boolean beginsAnswer,
    boolean continuesLast,
    Thinking thinking,
    String tools,
    String template) {

  /// The settings of a new chat.
  public static final ChatSwitches FIRST = new ChatSwitches(false, true, Thinking.USUAL, "", "");

  /// Settings that leave no turn open.
  public ChatSwitches(
      boolean plain, boolean beginsAnswer, Thinking thinking, String tools, String template) {
    this(plain, beginsAnswer, false, thinking, tools, template);
  }

  public ChatSwitches withPlain(boolean wanted) {
    return new ChatSwitches(wanted, beginsAnswer, continuesLast, thinking, tools, template);
  }

  /// The same without what begins an answer, and with the last turn closed.
  public ChatSwitches closed() {
    return new ChatSwitches(plain, false, false, thinking, tools, template);
  }

  /// True if the text ends with what begins an answer.
  boolean endsWithBeginning() {
    return beginsAnswer && !continuesLast;
  }
}
