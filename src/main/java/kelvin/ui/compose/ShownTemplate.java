package kelvin.ui.compose;

import java.util.ArrayList;
import java.util.List;
import kelvin.inference.chat.ChatException;
import kelvin.inference.chat.ChatTemplate;
import kelvin.inference.chat.ChatTemplates;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.chat.Thinking;

/// The chat template in use as the editor shows it.
///
/// @param names of all templates of the model
/// @param file that it stands in; empty if no template is in use
/// @param source its text
/// @param thinks true if it can switch thinking on and off
/// @param note sentences about settings that change nothing; may be empty
public record ShownTemplate(
    List<String> names, String file, String source, boolean thinks, String note) {

  static final ShownTemplate NONE = new ShownTemplate(List.of(), "", "", false, "");

  static ShownTemplate of(ChatTemplates templates, Chat chat) {
    var names = templates.templates().stream().map(ChatTemplate::name).toList();
    try {
      var template = ChatPrompt.template(chat, templates);
      return new ShownTemplate(
          names,
          template.file().getFileName().toString(),
          template.source(),
          template.thinkingSwitch().isPresent(),
          chat.switches().plain() ? plainNote(chat) : note(template, chat));
    } catch (ChatException _) {
      return new ShownTemplate(
          names, "", "", false, chat.switches().plain() ? plainNote(chat) : "");
    }
  }

  private static String plainNote(Chat chat) {
    return chat.hasTools() ? "Plain text has no place for tools: they are left out." : "";
  }

  private static String note(ChatTemplate template, Chat chat) {
    var notes = new ArrayList<String>();
    if (chat.hasTools() && !template.readsTools()) {
      notes.add("This template reads no tools: they are left out.");
    }
    if (!chat.switches().beginsAnswer() && !template.beginsAnswers()) {
      notes.add("This template has no switch for the beginning of the answer.");
    }
    if (chat.switches().thinking() != Thinking.USUAL && template.thinkingSwitch().isEmpty()) {
      notes.add("This template has no switch for thinking.");
    }
    return String.join(" ", notes);
  }
}
