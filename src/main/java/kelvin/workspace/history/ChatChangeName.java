package kelvin.workspace.history;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.chat.ChatSwitches;
import kelvin.prompt.chat.Turn;

/// Names a change of a chat.
final class ChatChangeName {

  private ChatChangeName() {}

  static String of(Chat before, Chat after) {
    return before.turns().equals(after.turns())
        ? of(before.switches(), after.switches())
        : of(before.turns(), after.turns());
  }

  private static String of(List<Turn> before, List<Turn> after) {
    int more = after.size() - before.size();
    if (more != 0) {
      return (more > 0 ? "adding" : "removing") + (Math.abs(more) == 1 ? " a turn" : " turns");
    }
    long changed =
        IntStream.range(0, before.size()).filter(i -> !before.get(i).equals(after.get(i))).count();
    if (changed > 1) {
      return "moving a turn";
    }
    boolean sameWords =
        IntStream.range(0, before.size())
            .allMatch(i -> before.get(i).text().equals(after.get(i).text()));
    boolean sameMembers =
        IntStream.range(0, before.size())
            .allMatch(i -> before.get(i).more().equals(after.get(i).more()));
    if (!sameMembers) {
      return "further members of a turn";
    }
    return sameWords ? "role of a turn" : "editing a turn";
  }

  private static String of(ChatSwitches before, ChatSwitches after) {
    if (before.plain() != after.plain()) {
      return after.plain() ? "plain text" : "chat template";
    }
    if (before.beginsAnswer() != after.beginsAnswer()) {
      return "beginning of the answer";
    }
    if (before.continuesLast() != after.continuesLast()) {
      return "continuing the last turn";
    }
    if (before.thinking() != after.thinking()) {
      return "thinking";
    }
    return before.tools().equals(after.tools()) ? "choice of the template" : "tools";
  }
}
