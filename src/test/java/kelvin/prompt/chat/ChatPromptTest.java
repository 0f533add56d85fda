package kelvin.prompt.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.inference.StartToken;
import kelvin.inference.chat.ChatException;
import kelvin.inference.chat.ChatTemplate;
import kelvin.inference.chat.ChatTemplates;
import kelvin.inference.chat.ChatText;
import kelvin.inference.chat.Conversation;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.text.template.Rendering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, the model gets another text for a chat than the one its template makes, or its
/// labels are scored after another text than they follow.
class ChatPromptTest {

  private static final Chat HELLO = Chats.of("system: Be kind", "user: Hi");

  private static ChatPrompt prompt(Chat chat) {
    return ChatPrompt.of(chat, Chats.templates());
  }

  private static Chat with(Thinking thinking, String tools, String template) {
    return HELLO.withSwitches(new ChatSwitches(false, true, thinking, tools, template));
  }

  @Test
  void theTemplateWritesTheWholeTextWithItsStartToken() {
    assertEquals("<s>[system]Be kind[end]\n[user]Hi[end]\n[assistant]", prompt(HELLO).render());
    for (var chosen : StartToken.values()) {
      assertEquals(StartToken.NEVER, prompt(HELLO).startToken(chosen));
    }
  }

  @Test
  void plainTextHasALineForEachTurnAndFollowsTheChoiceOfTheStartToken() {
    var plain = prompt(HELLO).otherwise();

    assertEquals("System: Be kind\nUser: Hi\nAssistant:", plain.render());
    assertEquals(StartToken.ALWAYS, plain.startToken(StartToken.ALWAYS));
    assertEquals(" Yes", plain.continuation("Yes"));
    assertEquals(" Yes\n", plain.closedContinuation("Yes"));
    assertEquals(prompt(HELLO), plain.otherwise());
  }

  @Test
  void theSwitchesReachTheTemplate() {
    assertTrue(prompt(with(Thinking.OFF, "", "")).render().endsWith("[assistant](no thought)"));
    assertTrue(prompt(with(Thinking.ON, "", "")).render().endsWith("[assistant]"));
    assertTrue(prompt(with(Thinking.USUAL, "[{}, {}]", "")).render().startsWith("<s>[tools 2]"));
    var closed = HELLO.withSwitches(ChatSwitches.FIRST.closed());
    assertTrue(prompt(closed).render().endsWith("[user]Hi[end]\n"));
  }

  @Test
  void anAnswerEndsAsTheTemplateEndsATurn() {
    assertEquals("Yes", prompt(HELLO).continuation("Yes"));
    assertEquals("Yes[end]\n", prompt(HELLO).closedContinuation("Yes"));
    // This template writes no thoughts into a finished turn, so its end is not known.
    assertEquals("Yes", prompt(with(Thinking.OFF, "", "")).closedContinuation("Yes"));
  }

  @Test
  void anInputReplacesTheLastQuestion() {
    var chat = Chats.of("user: 1?", "assistant: one", "user: 2?", "assistant: two");

    assertEquals(
        Chats.of("user: 1?", "assistant: one", "user: x", "assistant: two"),
        prompt(chat).withInput("x").chat());
    assertEquals(
        Chats.of("system: Count", "user: x"),
        prompt(Chats.of("system: Count")).withInput("x").chat());
    assertEquals(Chats.of("user: 2?"), prompt(chat).withoutExamples().chat());
  }

  @Test
  void shownExamplesAreQuestionsWithTheirAnswers() {
    var examples =
        new FewShotPrompt(
            "Opposites",
            List.of(new Example("hot", "cold"), new Example("big", "small")),
            1,
            Layout.QUESTIONS,
            "up");

    assertEquals(
        Chats.of("system: Opposites", "user: hot", "assistant: cold", "user: up").turns(),
        ChatPrompt.turnsOf(examples));
  }

  @Test
  void theDocumentGivesTheSameTextToTheCommandLine() {
    var chat = with(Thinking.OFF, "[{\"a\": 1}]", "default");
    var document = prompt(chat).document().orElseThrow();

    var conversation = Conversation.of(JsonParser.parseString(document));
    var text =
        ChatText.render(
            Chats.templates(), conversation, conversation.templateName(), Rendering.usual());

    assertEquals(prompt(chat).render(), text.text());
    assertEquals(Optional.empty(), prompt(chat).otherwise().document());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{ | The tools are not readable JSON: something is wrong at line 1 column 3.",
        "{} | The tools are no list",
        "7 | The tools are no list"
      })
  void toolsThatAreNoListAreRefusedWithASentence(String tools, String beginning) {
    var problem = assertThrows(ChatException.class, () -> prompt(with(Thinking.USUAL, tools, "")));

    var sentence = String.valueOf(problem.getMessage());
    assertTrue(sentence.startsWith(beginning), sentence);
  }

  @Test
  void anEndlessTemplateIsStopped() {
    var loop = "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}";
    var templates =
        new ChatTemplates(
            Path.of("m"), List.of(new ChatTemplate("default", Path.of("x"), loop)), Map.of());

    assertThrows(ChatException.class, () -> ChatPrompt.of(HELLO, templates));
  }
}
