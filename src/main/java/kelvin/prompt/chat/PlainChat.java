package kelvin.prompt.chat;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a chat as plain text: a line for each turn, such as `User: Hello`. A model that was not
/// trained on chats may have seen dialogues like this one.
public final class PlainChat {

  /// The text that ends a turn.
  public static final String END = "\n";

  /// The white space between a speaker and what is said.
  public static final String GAP = " ";

  private PlainChat() {}

  /// @param beginsAnswer whether the text ends with the name of the assistant
  static String text(List<Turn> turns, boolean beginsAnswer) {
    var lines = turns.stream().map(PlainChat::line).collect(Collectors.joining(END));
    if (!beginsAnswer) {
      return lines;
    }
    var speaker = Role.ASSISTANT.title() + ":";
    return lines.isEmpty() ? speaker : lines + END + speaker;
  }

  private static String line(Turn turn) {
    return turn.role().title() + ":" + (turn.text().isEmpty() ? "" : GAP + turn.text());
  }
}
