package kelvin.prompt.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kelvin.inference.chat.ChatException;
import kelvin.inference.chat.ChatTemplate;
import kelvin.inference.chat.Conversation;

/// A chat as the user composed it, which knows nothing of a model.
///
/// @param turns in order; may be empty
public record Chat(List<Turn> turns, ChatSwitches switches) {

  /// A chat to begin with.
  public static final Chat FIRST =
      new Chat(List.of(new Turn(Role.USER, "What is the capital of France?")), ChatSwitches.FIRST);

  public Chat {
    turns = List.copyOf(turns);
  }

  public Chat withTurns(List<Turn> others) {
    return new Chat(others, switches);
  }

  public Chat withSwitches(ChatSwitches others) {
    return new Chat(turns, others);
  }

  /// Replaces what the user says last; adds a turn if the user says nothing.
  public Chat withQuestion(String text) {
    var changed = new ArrayList<>(turns);
    for (int i = changed.size() - 1; i >= 0; i--) {
      if (changed.get(i).role() == Role.USER) {
        changed.set(i, changed.get(i).withText(text));
        return withTurns(changed);
      }
    }
    changed.add(new Turn(Role.USER, text));
    return withTurns(changed);
  }

  /// The system prompt and what the user says last, without the turns between.
  public Chat withoutExamples() {
    var left = new ArrayList<>(turns.stream().takeWhile(Chat::isSystem).toList());
    turns.reversed().stream()
        .filter(turn -> turn.role() == Role.USER)
        .findFirst()
        .ifPresent(left::add);
    return withTurns(left);
  }

  private static boolean isSystem(Turn turn) {
    return turn.role() == Role.SYSTEM;
  }

  /// The chat as a document for `--messages`, which gives the same text there.
  ///
  /// @param template the one that will render it, whose name for a switch is taken
  /// @throws ChatException if the tools are no JSON list
  public JsonObject document(ChatTemplate template) {
    var messages = new JsonArray();
    for (int i = 0; i < turns.size(); i++) {
      var turn = turns.get(i);
      var message = new JsonObject();
      message.addProperty("role", turn.role().label());
      message.addProperty("content", turn.text());
      members(turn, i + 1).forEach(message::add);
      messages.add(message);
    }
    var document = new JsonObject();
    document.add("messages", messages);
    if (hasTools()) {
      document.add("tools", tools());
    }
    if (switches.continuesLast()) {
      document.addProperty("continue_final_message", true);
    } else if (!switches.beginsAnswer()) {
      document.addProperty("add_generation_prompt", false);
    }
    if (switches.thinking() != Thinking.USUAL) {
      template
          .thinkingSwitch()
          .ifPresent(name -> document.addProperty(name, switches.thinking() == Thinking.ON));
    }
    if (!switches.template().isEmpty()) {
      document.addProperty(Conversation.TEMPLATE_NAME, switches.template());
    }
    return document;
  }

  /// The further members of a message.
  ///
  /// @param number of the turn, 1-based
  private static Map<String, JsonElement> members(Turn turn, int number) {
    if (turn.more().isBlank()) {
      return Map.of();
    }
    try {
      if (JsonParser.parseString(turn.more()) instanceof JsonObject object) {
        return object.asMap();
      }
    } catch (JsonParseException e) {
      throw new ChatException(
          "The further members of turn %d are not readable JSON: %s.".formatted(number, place(e)),
          e);
    }
    throw new ChatException(
        "The further members of turn %d are no object: write { … }, such as {\"name\": \"time\"}."
            .formatted(number));
  }

  public boolean hasTools() {
    return !switches.tools().isBlank();
  }

  private JsonElement tools() {
    try {
      if (JsonParser.parseString(switches.tools()) instanceof JsonArray list) {
        return list;
      }
    } catch (JsonParseException e) {
      throw new ChatException("The tools are not readable JSON: " + place(e) + ".", e);
    }
    throw new ChatException(
        "The tools are no list: write [ … ] with an object for each tool, such as"
            + " [{\"type\": \"function\", \"function\": {\"name\": \"time\"}}].");
  }

  /// The parser says after its own class where it stopped.
  private static String place(JsonParseException problem) {
    var words = String.valueOf(problem.getMessage());
    int at = words.indexOf(" at line ");
    int path = words.indexOf(" path ", Math.max(0, at));
    return at < 0 || path < 0
        ? "it ends too early"
        : "something is wrong" + words.substring(at, path);
  }

  /// The turns as lines of plain text, each with its speaker.
  public String plainText() {
    return PlainChat.text(turns, switches.endsWithBeginning());
  }
}
