package kelvin.prompt.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kelvin.inference.chat.ChatException;
import kelvin.inference.chat.ChatTemplate;
import kelvin.inference.chat.ChatTemplates;
import kelvin.prompt.ChatPrompt;
import org.junit.jupiter.api.Test;

/// Turns with calls of tools and their results, and a last turn that the model goes on with. If
/// these tests fail, the model gets another chat than the editor shows.
class ToolTurnsTest {

  private static final ChatTemplates TEMPLATES =
      new ChatTemplates(
          Path.of(""),
          List.of(
              new ChatTemplate(
                  ChatTemplate.DEFAULT,
                  Path.of("a.jinja"),
                  "{% for m in messages %}[{{ m.role }}"
                      + "{% if m.tool_call_id %} {{ m.name }}#{{ m.tool_call_id }}{% endif %}]"
                      + "{% for c in m.tool_calls or [] %}<{{ c.function.name }}"
                      + " {{ c.function.arguments.zone }}>{% endfor %}"
                      + "{{ m.content }};{% endfor %}"
                      + "{% if add_generation_prompt %}[assistant]{% endif %}")),
          Map.of());

  private static Chat chat(Turn... turns) {
    return new Chat(List.of(turns), ChatSwitches.FIRST);
  }

  @Test
  void callsAndResultsReachTheTemplate() {
    var text =
        ChatPrompt.of(
                chat(
                    new Turn(Role.USER, "What time is it?"),
                    new Turn(
                        Role.ASSISTANT,
                        "",
                        "{\"tool_calls\": [{\"type\": \"function\", \"function\":"
                            + " {\"name\": \"time\", \"arguments\": {\"zone\": \"UTC\"}}}]}"),
                    new Turn(Role.TOOL, "12:30", "{\"name\": \"time\", \"tool_call_id\": \"1\"}")),
                TEMPLATES)
            .text();
    assertEquals(
        "[user]What time is it?;[assistant]<time UTC>;[tool time#1]12:30;[assistant]", text);
  }

  @Test
  void membersThatCannotBeReadAreNamedByTheirTurn() {
    var broken = chat(new Turn(Role.USER, "a"), new Turn(Role.TOOL, "b", "{\"name\": "));
    var said = assertThrows(ChatException.class, () -> ChatPrompt.of(broken, TEMPLATES));
    assertTrue(String.valueOf(said.getMessage()).contains("turn 2 are not readable JSON"));
    var list = chat(new Turn(Role.TOOL, "b", "[1]"));
    var other = assertThrows(ChatException.class, () -> ChatPrompt.of(list, TEMPLATES));
    assertTrue(String.valueOf(other.getMessage()).contains("turn 1 are no object"));
  }

  @Test
  void anAnswerThatTheUserBeganIsLeftOpen() {
    var began =
        chat(new Turn(Role.USER, "A colour?"), new Turn(Role.ASSISTANT, "My favourite is"))
            .withSwitches(new ChatSwitches(false, true, true, Thinking.USUAL, "", ""));
    var prompt = ChatPrompt.of(began, TEMPLATES);
    assertEquals("[user]A colour?;[assistant]My favourite is", prompt.text());
    assertEquals(" blue;", prompt.closedContinuation(" blue"));
    assertEquals("User: A colour?\nAssistant: My favourite is", prompt.otherwise().text());
  }

  @Test
  void afterAToolTheAssistantSpeaks() {
    assertEquals(Role.ASSISTANT, Role.TOOL.next());
  }
}
