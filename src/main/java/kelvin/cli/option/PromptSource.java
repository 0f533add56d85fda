package kelvin.cli.option;

import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.option.chat.MessagesFile;
import kelvin.cli.option.chat.TextFile;
import kelvin.inference.ModelLoadException;
import kelvin.inference.chat.ChatText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The ways to give a prompt, one of which is used.
public class PromptSource {

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      description = "The prompt. A start token may come before it; see --start-token.")
  private @Nullable String text;

  @Option(
      names = "--prompt-file",
      paramLabel = "FILE",
      description =
          "A file with the prompt, UTF-8, taken whole with its last line break; - is standard input.")
  private @Nullable String file;

  @Option(
      names = "--prompt-ids",
      paramLabel = "IDS",
      description = "Token ids as they are, nothing added, such as 1,15,7.")
  private @Nullable String ids;

  @Option(
      names = "--messages",
      paramLabel = "FILE",
      description =
          "A JSON file with the messages of a chat, as kelvin template takes it; - is standard input."
              + " The model's own chat template makes the prompt of them, with its special tokens;"
              + " nothing is added to it.")
  private @Nullable String messages;

  /// True if a chat template makes the prompt.
  public boolean isChat() {
    return messages != null;
  }

  /// Reads the file, if it is one, and renders messages with the template of the model.
  ///
  /// @throws ModelLoadException if the model's chat templates cannot be read
  public Prompt read(CliEnvironment environment, ModelOption model) throws ModelLoadException {
    var standardInput = environment.streams().in();
    if (messages != null) {
      var conversation = MessagesFile.read(messages, standardInput);
      return new Prompt.Rendered(
          ChatText.render(
                  model.chatTemplates(environment),
                  conversation,
                  conversation.templateName(),
                  MessagesFile.rendering(environment))
              .text());
    }
    if (file != null) {
      return new Prompt.Text(TextFile.read(file, standardInput));
    }
    return ids == null
        ? new Prompt.Text(text == null ? "" : text)
        : new Prompt.Ids(Numbers.ids("--prompt-ids", ids));
  }
}
