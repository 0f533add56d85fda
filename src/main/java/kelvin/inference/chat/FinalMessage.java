package kelvin.inference.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.text.template.value.Mapping;
import kelvin.text.template.value.Sequence;
import kelvin.text.template.value.Value;

/// The last message of a conversation, left open: the model goes on with it. It is marked and
/// rendered, and the text ends at the mark. The rules are those of `apply_chat_template` in
/// Transformers.
///
/// @param variables with the mark in the last message
/// @param said what the message says, without the mark
record FinalMessage(Map<String, Value> variables, String said) {

  /// The variable that asks for it: true for `content`, or the name of another member.
  static final String ASKED = "continue_final_message";

  /// The space at its end shows whether a template keeps white space at the end of a message.
  private static final String MARK = "CONTINUE_FINAL_MESSAGE_TAG ";

  private static final String CONTENT = "content";
  private static final String TEXT = "text";

  /// Marks the last message if the variables ask for it, and takes the asking out of them.
  ///
  /// @param source of the template
  /// @throws ChatException if there is nothing to go on with, or an answer is to be begun as well
  static Optional<FinalMessage> in(Map<String, Value> variables, String source) {
    var asked = variables.remove(ASKED);
    if (asked == null || !asked.isTrue()) {
      return Optional.empty();
    }
    var member = asked instanceof Value.Text(String name) ? name : CONTENT;
    var begins = variables.get("add_generation_prompt");
    if (begins != null && begins.isTrue()) {
      throw new ChatException(
          "A last message that the model goes on with and the beginning of a new one exclude each"
              + " other: set continue_final_message or add_generation_prompt, not both.");
    }
    if (!(variables.get("messages") instanceof Sequence messages)
        || messages.items().isEmpty()
        || !(messages.items().getLast() instanceof Mapping last)) {
      throw nothing(member);
    }
    if (!source.contains(member)) {
      throw new ChatException(
          "The chat template does not read “%s”, so the last message cannot be continued there."
              .formatted(member));
    }
    var content = last.get(member);
    var entries = new LinkedHashMap<>(last.entries());
    var items = new ArrayList<>(messages.items());
    String said;
    if (content instanceof Value.Text(String text)) {
      said = text;
      entries.put(Value.of(member), Value.of(text + MARK));
    } else if (content instanceof Sequence parts) {
      int at = lastText(parts);
      if (at < 0) {
        throw nothing(member);
      }
      var part = (Mapping) parts.items().get(at);
      said = part.get(TEXT) instanceof Value.Text(String text) ? text : "";
      var changed = new LinkedHashMap<>(part.entries());
      changed.put(Value.of(TEXT), Value.of(said + MARK));
      var others = new ArrayList<>(parts.items());
      others.set(at, new Mapping(changed));
      entries.put(Value.of(member), Sequence.list(others));
    } else {
      throw nothing(member);
    }
    items.set(items.size() - 1, new Mapping(entries));
    variables.put("messages", Sequence.list(items));
    return Optional.of(new FinalMessage(variables, said));
  }

  private static int lastText(Sequence parts) {
    for (int i = parts.items().size() - 1; i >= 0; i--) {
      if (parts.items().get(i) instanceof Mapping part && part.get(TEXT) instanceof Value.Text) {
        return i;
      }
    }
    return -1;
  }

  private static ChatException nothing(String member) {
    return new ChatException(
        "The last message has no text in “%s” that the model could go on with.".formatted(member));
  }

  /// The text up to the end of the message.
  ///
  /// @throws ChatException if the template left the message out
  String cut(String rendered) {
    var bare = MARK.strip();
    int at = rendered.lastIndexOf(bare);
    if (at < 0 || !rendered.contains(said.strip())) {
      throw new ChatException(
          "The chat template leaves out a part of the last message, so the model cannot go on with"
              + " it.");
    }
    var before = rendered.substring(0, at);
    return rendered.startsWith(MARK, at) ? before : before.stripTrailing();
  }
}
