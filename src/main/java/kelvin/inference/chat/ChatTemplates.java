package kelvin.inference.chat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The chat templates of a model, and the special tokens that they can name.
///
/// @param folder the model's folder
/// @param templates may be empty: many models are not made for chats
/// @param tokens the texts of special tokens by their names, such as `bos_token`
/// @param problem a sentence if the files could not be read; then there are no templates
public record ChatTemplates(
    Path folder,
    List<ChatTemplate> templates,
    Map<String, String> tokens,
    Optional<String> problem) {

  public ChatTemplates {
    templates = List.copyOf(templates);
    tokens = Map.copyOf(tokens);
  }

  public ChatTemplates(Path folder, List<ChatTemplate> templates, Map<String, String> tokens) {
    this(folder, templates, tokens, Optional.empty());
  }

  /// Those of a model whose files cannot be read.
  public static ChatTemplates unreadable(Path folder, String sentence) {
    return new ChatTemplates(folder, List.of(), Map.of(), Optional.of(sentence));
  }

  /// Those of a model that has none.
  public static ChatTemplates none(Path folder) {
    return new ChatTemplates(folder, List.of(), Map.of());
  }

  /// Finds the template with a name. Without a name it is the only one, or the one for tools where
  /// there are tools, or the default, as in Transformers.
  ///
  /// @throws ChatException if there is none
  public ChatTemplate choose(Optional<String> name, boolean withTools) {
    if (problem.isPresent()) {
      throw new ChatException(problem.get());
    }
    if (templates.isEmpty()) {
      throw new ChatException(
          folder
              + ": this model has no chat template: it is not in tokenizer_config.json, and there is"
              + " no chat_template.jinja. Give the prompt as text.");
    }
    if (name.isPresent()) {
      return find(name.get())
          .orElseThrow(
              () ->
                  new ChatException(
                      folder + ": there is no chat template '" + name.get() + "'; " + names()));
    }
    if (templates.size() == 1) {
      return templates.getFirst();
    }
    return Optional.of(ChatTemplate.FOR_TOOLS)
        .filter(_ -> withTools)
        .flatMap(this::find)
        .or(() -> find(ChatTemplate.DEFAULT))
        .orElseThrow(
            () ->
                new ChatException(
                    folder + ": none of the chat templates is the default; " + names()));
  }

  private Optional<ChatTemplate> find(String name) {
    return templates.stream().filter(template -> template.name().equals(name)).findFirst();
  }

  private String names() {
    return "name one of: "
        + String.join(", ", templates.stream().map(ChatTemplate::name).sorted().toList())
        + ".";
  }
}
