package kelvin.inference.chat;

import java.util.HashMap;
import java.util.Optional;
import kelvin.text.template.Rendering;
import kelvin.text.template.Template;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// The text that a model gets for a conversation. Its special tokens, also the one that begins a
/// text, stand in it as the template wrote them, so that nothing may be added to it.
///
/// @param template the one that was taken
public record ChatText(ChatTemplate template, String text) {

  /// Renders a conversation with a template of the model.
  ///
  /// @param name of the template; the usual one if not given
  /// @throws ChatException if the model has no such template, or the template gives no text
  public static ChatText render(
      ChatTemplates templates,
      Conversation conversation,
      Optional<String> name,
      Rendering rendering) {
    var template = templates.choose(name, conversation.hasTools());
    var variables = new HashMap<String, Value>();
    templates.tokens().forEach((token, text) -> variables.put(token, Value.of(text)));
    variables.putAll(conversation.variables());
    try {
      var last = FinalMessage.in(variables, template.source());
      var text = Template.parse(template.source()).render(variables, rendering);
      return new ChatText(template, last.map(open -> open.cut(text)).orElse(text));
    } catch (TemplateException e) {
      throw new ChatException(sentence(template, e), e);
    }
  }

  private static String sentence(ChatTemplate template, TemplateException problem) {
    return problem.kind() == TemplateException.Kind.RAISED
        ? "The chat template refuses these messages: "
            + problem.problem()
            + " ("
            + template.file()
            + ", line "
            + problem.line()
            + " of the template)"
        : template.file() + ": the chat template gives no text: " + problem.getMessage() + ".";
  }
}
