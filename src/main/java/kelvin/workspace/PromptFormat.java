package kelvin.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.inference.StartToken;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.workspace.ComposedPrompt.Way;

/// The member `prompt` of a session.
final class PromptFormat {

  private PromptFormat() {}

  static Map<String, Object> write(ComposedPrompt prompt) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("way", prompt.way().label());
    fields.put("startToken", prompt.startToken().label());
    fields.put("text", prompt.text());
    fields.put("fewShot", write(prompt.fewShot()));
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

  static ComposedPrompt read(Fields fields) {
    return new ComposedPrompt(
        fields.choice("way", Way.ALL, Way::label, Way.TEXT),
        fields.text("text", ""),
        fewShot(fields.object("fewShot")),
        fields.choice(
            "startToken", List.of(StartToken.values()), StartToken::label, StartToken.AUTO));
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
    return new Example(fields.text("x", ""), fields.text("y", ""), fields.truth("used", true));
  }

  private static Layout layout(Fields fields) {
    return new Layout(
        fields.text("name", ""),
        fields.text("template", Layout.QUESTIONS.template()),
        fields.text("separator", Layout.QUESTIONS.separator()));
  }
}
