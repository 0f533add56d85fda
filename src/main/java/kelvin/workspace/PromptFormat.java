package kelvin.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.ZeroShotTemplate;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.chat.ChatSwitches;
import kelvin.prompt.chat.Role;
import kelvin.prompt.chat.Thinking;
import kelvin.prompt.chat.Turn;
import kelvin.workspace.file.Fields;

/// Reads and writes the member `prompt` of a session.
final class PromptFormat {

  private static final String CHAT = "chat";

  private PromptFormat() {}

  static Map<String, Object> write(PromptSettings prompt) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("way", prompt.way().label());
    fields.put("startToken", prompt.startToken().label());
    fields.put("text", prompt.text());
    fields.put("zeroShot", write(prompt.zeroShot()));
    fields.put("fewShot", write(prompt.fewShot()));
    // What nobody touched needs no room.
    if (!prompt.chat().equals(Chat.FIRST)) {
      fields.put(CHAT, write(prompt.chat()));
    }
    return fields;
  }

  private static Map<String, Object> write(Chat chat) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("turns", chat.turns().stream().map(PromptFormat::write).toList());
    var switches = chat.switches();
    fields.put("plain", switches.plain());
    fields.put("beginsAnswer", switches.beginsAnswer());
    if (switches.continuesLast()) {
      fields.put("continuesLast", true);
    }
    fields.put("thinking", switches.thinking().label());
    fields.put("tools", switches.tools());
    fields.put("template", switches.template());
    return fields;
  }

  private static Map<String, Object> write(Turn turn) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("role", turn.role().label());
    fields.put("text", turn.text());
    if (!turn.more().isEmpty()) {
      fields.put("more", turn.more());
    }
    return fields;
  }

  private static Map<String, Object> write(ZeroShotPrompt prompt) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("kind", prompt.template().kind().label());
    fields.put("template", prompt.template().text());
    fields.put("input", prompt.input());
    return fields;
  }

  static Map<String, Object> write(FewShotPrompt prompt) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("instruction", prompt.instruction());
    fields.put("examples", prompt.examples().stream().map(PromptFormat::write).toList());
    fields.put("shots", prompt.shots());
    var layout = new LinkedHashMap<String, Object>();
    layout.put("name", prompt.layout().name());
    layout.put("template", prompt.layout().template());
    layout.put("separator", prompt.layout().separator());
    fields.put("layout", layout);
    fields.put("question", prompt.question());
    return fields;
  }

  private static Map<String, Object> write(Example example) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("x", example.input());
    fields.put("y", example.output());
    fields.put("used", example.used());
    return fields;
  }

  /// @param labels the labels for the zero-shot template
  static PromptSettings read(Fields fields, List<String> labels) {
    return new PromptSettings(
        fields.choice("way", Composition.ALL, Composition::label, Composition.TEXT),
        fields.text("text", ""),
        zeroShot(fields.object("zeroShot"), labels),
        fewShot(fields.object("fewShot")),
        fields.optionalObject(CHAT).map(PromptFormat::chat).orElse(Chat.FIRST),
        fields.choice(
            "startToken", List.of(StartToken.values()), StartToken::label, StartToken.AUTO));
  }

  private static ZeroShotPrompt zeroShot(Fields fields, List<String> labels) {
    var kind = fields.choice("kind", ZeroShotKind.ALL, ZeroShotKind::label, ZeroShotKind.QUESTION);
    var template = fields.text("template", kind.template().text());
    return new ZeroShotPrompt(
        new ZeroShotTemplate(kind, template), fields.text("input", ""), labels);
  }

  private static Chat chat(Fields fields) {
    var first = ChatSwitches.FIRST;
    return new Chat(
        fields.objects("turns", PromptFormat::turn),
        new ChatSwitches(
            fields.bool("plain", first.plain()),
            fields.bool("beginsAnswer", first.beginsAnswer()),
            fields.bool("continuesLast", first.continuesLast()),
            fields.choice("thinking", Thinking.ALL, Thinking::label, first.thinking()),
            fields.text("tools", first.tools()),
            fields.text("template", first.template())));
  }

  private static Turn turn(Fields fields) {
    return new Turn(
        fields.choice("role", Role.ALL, Role::label, Role.USER),
        fields.text("text", ""),
        fields.text("more", ""));
  }

  static FewShotPrompt fewShot(Fields fields) {
    return new FewShotPrompt(
        fields.text("instruction", ""),
        fields.objects("examples", PromptFormat::example),
        fields.count("shots", 0, 0),
        fields.optionalObject("layout").map(PromptFormat::layout).orElse(Layout.QUESTIONS),
        fields.text("question", ""));
  }

  private static Example example(Fields fields) {
    return new Example(fields.text("x", ""), fields.text("y", ""), fields.bool("used", true));
  }

  private static Layout layout(Fields fields) {
    return new Layout(
        fields.text("name", ""),
        fields.text("template", Layout.QUESTIONS.template()),
        fields.text("separator", Layout.QUESTIONS.separator()));
  }
}
