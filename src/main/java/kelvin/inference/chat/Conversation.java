package kelvin.inference.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.text.template.JsonValues;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;

/// The input of a chat template: messages with roles, and switches such as
/// `add_generation_prompt`, which is on unless said otherwise or unless `continue_final_message`
/// leaves the last message open.
///
/// @param variables by their names in templates; `messages` is among them
public record Conversation(Map<String, Value> variables) {

  /// The member that names a template of the model. Chat servers do not know it; templates see it
  /// as they see every other member.
  public static final String TEMPLATE_NAME = "chat_template_name";

  private static final String BEGINS_ANSWER = "add_generation_prompt";
  private static final String MESSAGES = "messages";
  private static final String TOOLS = "tools";
  private static final String SWITCHES = "chat_template_kwargs";

  public Conversation {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /// Reads a list of messages, or an object with `messages` and what else templates know, as chat
  /// servers take it: `tools`, `documents`, `add_generation_prompt`, `chat_template_kwargs`.
  ///
  /// @throws ChatException if there are no messages
  public static Conversation of(JsonElement json) {
    var variables = new LinkedHashMap<String, Value>();
    variables.put(TOOLS, Value.None.NONE);
    variables.put("documents", Value.None.NONE);
    variables.put(BEGINS_ANSWER, Value.Bool.TRUE);
    try {
      if (json instanceof JsonObject object) {
        object.asMap().forEach((name, value) -> variables.put(name, JsonValues.of(value)));
        if (object.get(SWITCHES) instanceof JsonObject switches) {
          switches.asMap().forEach((name, value) -> variables.put(name, JsonValues.of(value)));
        }
        checkMessages(object.get(MESSAGES));
        boolean says = object.has(BEGINS_ANSWER);
        if (!says && variables.getOrDefault(FinalMessage.ASKED, Value.None.NONE).isTrue()) {
          variables.put(BEGINS_ANSWER, Value.Bool.FALSE);
        }
      } else {
        variables.put(MESSAGES, JsonValues.of(json));
        checkMessages(json);
      }
    } catch (TemplateException e) {
      throw new ChatException("The messages are too large: " + e.problem() + ".", e);
    }
    return new Conversation(variables);
  }

  private static void checkMessages(@Nullable JsonElement messages) {
    if (!(messages instanceof JsonArray array)) {
      throw new ChatException(
          "There are no messages: give a list such as [{\"role\": \"user\", \"content\": \"Hello\"}],"
              + " or an object with such a list as \"messages\".");
    }
    for (int i = 0; i < array.size(); i++) {
      if (!array.get(i).isJsonObject()) {
        throw new ChatException(
            "Message " + (i + 1) + " is no object with \"role\" and \"content\".");
      }
    }
  }

  /// The name of the template that the messages ask for.
  public Optional<String> templateName() {
    return variables.get(TEMPLATE_NAME) instanceof Value.Text(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// The same whose last message is left open, so that the model goes on with it.
  public Conversation continued() {
    return with(BEGINS_ANSWER, Value.Bool.FALSE).with(FinalMessage.ASKED, Value.Bool.TRUE);
  }

  /// The same with another value for a name.
  public Conversation with(String name, Value value) {
    var changed = new LinkedHashMap<>(variables);
    changed.put(name, value);
    return new Conversation(changed);
  }

  /// The same with a value of JSON.
  public Conversation with(String name, JsonElement value) {
    return with(name, JsonValues.of(value));
  }

  boolean hasTools() {
    return !(variables.getOrDefault(TOOLS, Value.None.NONE) instanceof Value.None);
  }
}
