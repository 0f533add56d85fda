package kelvin.prompt;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.inference.StartToken;
import kelvin.inference.chat.ChatException;
import kelvin.inference.chat.ChatTemplate;
import kelvin.inference.chat.ChatTemplates;
import kelvin.inference.chat.ChatText;
import kelvin.inference.chat.Conversation;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.chat.PlainChat;
import kelvin.prompt.chat.Role;
import kelvin.prompt.chat.Turn;
import kelvin.text.template.RenderLimits;
import kelvin.text.template.Rendering;

/// A chat with the text that the model's own template makes of it, or that a plain layout makes
/// where the user asked for it.
///
/// @param templates those of the model
/// @param text exactly what the model gets
public record ChatPrompt(Chat chat, ChatTemplates templates, String text)
    implements ComposedPrompt {

  /// A chat is rendered at every keystroke, so a template must be done within a frame or two. The
  /// usual ones take less than a hundredth of this for a long chat.
  private static final RenderLimits LIMITS = new RenderLimits(4_000_000, 300, 2_000_000);

  /// Renders a chat.
  ///
  /// @throws ChatException if the model has no such template, or the template gives no text; the
  ///     message is a sentence for the user
  public static ChatPrompt of(Chat chat, ChatTemplates templates) {
    return new ChatPrompt(
        chat, templates, chat.switches().plain() ? chat.plainText() : rendered(chat, templates));
  }

  private static String rendered(Chat chat, ChatTemplates templates) {
    var conversation = Conversation.of(chat.document(template(chat, templates)));
    return ChatText.render(templates, conversation, conversation.templateName(), rendering())
        .text();
  }

  /// The template that a chat takes among those of a model, also while it is plain.
  ///
  /// @throws ChatException if there is none
  public static ChatTemplate template(Chat chat, ChatTemplates templates) {
    var name = Optional.of(chat.switches().template()).filter(given -> !given.isEmpty());
    return templates.choose(name, chat.hasTools());
  }

  private static Rendering rendering() {
    return new Rendering(Clock.system(ZoneId.systemDefault()), () -> {}, LIMITS);
  }

  /// The examples of a few-shot prompt as turns: the instruction is the system prompt, each shown
  /// example a question with its answer, and the test input what the user says last.
  public static List<Turn> turnsOf(FewShotPrompt prompt) {
    var turns = new ArrayList<Turn>();
    if (!prompt.instruction().isEmpty()) {
      turns.add(new Turn(Role.SYSTEM, prompt.instruction()));
    }
    for (var example : prompt.shown()) {
      turns.add(new Turn(Role.USER, example.input()));
      turns.add(new Turn(Role.ASSISTANT, example.output()));
    }
    turns.add(new Turn(Role.USER, prompt.question()));
    return turns;
  }

  @Override
  public Composition composition() {
    return Composition.CHAT;
  }

  @Override
  public String render() {
    return text;
  }

  /// A template writes its own start token, so nothing is put before its text.
  @Override
  public StartToken startToken(StartToken chosen) {
    return isPlain() ? chosen : StartToken.NEVER;
  }

  /// True if no template was used.
  public boolean isPlain() {
    return chat.switches().plain();
  }

  /// The document for `--messages` that gives this text; empty for plain text.
  public Optional<String> document() {
    if (isPlain()) {
      return Optional.empty();
    }
    return Optional.of(chat.document(template(chat, templates)).toString());
  }

  /// The same chat through the template if it is plain, and plain if it is not.
  ///
  /// @throws ChatException as `of` does
  public ChatPrompt otherwise() {
    return of(chat.withSwitches(chat.switches().withPlain(!isPlain())), templates);
  }

  /// The same without the turns before the last question, so that nothing shows how to answer.
  ///
  /// @throws ChatException as `of` does
  public ChatPrompt withoutExamples() {
    return of(chat.withoutExamples(), templates);
  }

  @Override
  public String continuation(String answer) {
    var switches = chat.switches();
    boolean begins = switches.beginsAnswer() && !switches.continuesLast();
    return isPlain() && begins ? PlainChat.GAP + answer : answer;
  }

  /// A template may write an answer in a turn of its own in another way than it begins one, such as
  /// without its thoughts. The end of such an answer is not known, and nothing is added.
  @Override
  public String closedContinuation(String answer) {
    var open = continuation(answer);
    if (isPlain()) {
      return open + PlainChat.END;
    }
    var turns = new ArrayList<>(chat.turns());
    if (chat.switches().continuesLast() && !turns.isEmpty()) {
      turns.add(turns.removeLast().withText(chat.turns().getLast().text() + answer));
    } else {
      turns.add(new Turn(Role.ASSISTANT, answer));
    }
    try {
      var answered =
          rendered(chat.withTurns(turns).withSwitches(chat.switches().closed()), templates);
      return answered.startsWith(text + open) ? answered.substring(text.length()) : open;
    } catch (ChatException _) {
      return open;
    }
  }

  /// Replaces what the user says last.
  ///
  /// @throws ChatException as `of` does
  @Override
  public ChatPrompt withInput(String other) {
    return of(chat.withQuestion(other), templates);
  }
}
