package kelvin.inference.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.text.template.Rendering;
import org.junit.jupiter.api.Test;

/// Last messages that the model goes on with, against the text of Transformers (`expected.py`). If
/// these tests fail, a user prefills an answer and the model gets another one.
class ContinuedMessagesTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("kelvin.home", ""), "src/test/resources/kelvin/text/template");

  private static final Map<String, String> TOKENS =
      Map.of("bos_token", "<s>", "eos_token", "</s>", "pad_token", "<pad>");

  private static final Clock CLOCK =
      Clock.fixed(
          LocalDateTime.of(2026, 3, 5, 14, 7, 9, 12_345_000).toInstant(ZoneOffset.UTC),
          ZoneOffset.UTC);

  private static JsonObject json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(FOLDER.resolve(name))).getAsJsonObject();
  }

  private static String rendered(String source, Conversation conversation) {
    var template = new ChatTemplate(ChatTemplate.DEFAULT, Path.of("a.jinja"), source);
    var templates = new ChatTemplates(Path.of(""), List.of(template), TOKENS);
    return ChatText.render(
            templates, conversation, Optional.empty(), Rendering.usual().withClock(CLOCK))
        .text();
  }

  private static Conversation conversation(String json) {
    return Conversation.of(JsonParser.parseString(json));
  }

  @Test
  void everyTemplateLeavesTheLastMessageOpenAsInTransformers() throws IOException {
    var inputs = json("continued_inputs.json");
    var differences = new ArrayList<String>();
    int texts = 0;
    for (var template : json("continued.json").entrySet()) {
      var source = Files.readString(FOLDER.resolve(template.getKey()));
      for (var expected : template.getValue().getAsJsonObject().entrySet()) {
        var wanted =
            expected.getValue().isJsonPrimitive() ? expected.getValue().getAsString() : "error";
        texts += expected.getValue().isJsonPrimitive() ? 1 : 0;
        String got;
        try {
          got = rendered(source, Conversation.of(inputs.get(expected.getKey())));
        } catch (ChatException _) {
          got = "error";
        }
        if (!got.equals(wanted)) {
          differences.add(template.getKey() + ", " + expected.getKey() + ": " + got);
        }
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(texts > 180, "texts: " + texts);
  }

  @Test
  void aLastMessageIsNotContinuedAndFollowedByAnAnswer() {
    var both =
        conversation(
            """
            {"messages": [{"role": "assistant", "content": "It"}], "add_generation_prompt": true,
             "continue_final_message": true}""");
    var said =
        assertThrows(ChatException.class, () -> rendered("{{ messages[0].content }}", both))
            .getMessage();
    assertTrue(String.valueOf(said).contains("exclude each other"), said);
  }

  @Test
  void theSwitchOfTheCommandLineDoesTheSame() {
    var template = "{% for m in messages %}<{{ m.role }}>{{ m.content }}</>{% endfor %}A:";
    var chat = conversation("[{\"role\": \"assistant\", \"content\": \"It is \"}]").continued();
    assertEquals("<assistant>It is ", rendered(template, chat));
  }

  @Test
  void aTemplateThatLeavesTheMessageOutIsRefused() {
    var chat = conversation("[{\"role\": \"assistant\", \"content\": \"It\"}]").continued();
    var said =
        assertThrows(ChatException.class, () -> rendered("{# content #}nothing", chat))
            .getMessage();
    assertTrue(String.valueOf(said).contains("leaves out a part of the last message"), said);
  }
}
