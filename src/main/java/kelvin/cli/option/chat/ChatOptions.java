package kelvin.cli.option.chat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.environment.UsageException;
import kelvin.inference.chat.Conversation;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that choose a chat template and its input.
public final class ChatOptions {

  @Option(
      names = "--messages",
      required = true,
      paramLabel = "FILE",
      description = {
        "A JSON file with the messages, UTF-8; - is standard input. Either a list such as",
        "[{\"role\": \"user\", \"content\": \"Hello\"}], or an object with this list as \"messages\""
            + " and what else the template knows: tools, documents, add_generation_prompt,"
            + " continue_final_message, chat_template_kwargs, chat_template_name."
      })
  private String messages = "-";

  @Option(
      names = "--no-generation-prompt",
      description =
          "Leave out what begins the answer of the model, which the template writes otherwise.")
  private boolean noGenerationPrompt;

  @Option(
      names = "--continue-final-message",
      description =
          "Leave the last message open, so that the model goes on with it; nothing begins another"
              + " answer. The same as \"continue_final_message\": true beside the messages.")
  private boolean continueFinalMessage;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Give the template another value, such as enable_thinking=false; repeatable. VALUE is JSON;"
              + " what is no JSON is text.")
  private List<String> settings = List.of();

  @Option(
      names = "--tools",
      paramLabel = "FILE",
      description = "A JSON file with a list of tools, for templates that know them.")
  private @Nullable String tools;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Which template, where the model has several. Default: tool_use where there are tools and"
              + " a template of this name, else default.")
  private @Nullable String name;

  /// The name of the template, which the messages may give too.
  public Optional<String> name(Conversation conversation) {
    return Optional.ofNullable(name).or(conversation::templateName);
  }

  /// Reads the messages and adds the other values.
  ///
  /// @throws UsageException if a setting has no name or no value
  public Conversation conversation(InputStream standardInput) {
    var conversation = MessagesFile.read(messages, standardInput);
    if (tools != null) {
      var list = MessagesFile.json(tools, standardInput);
      if (!list.isJsonArray()) {
        throw new FileProblem(TextFile.nameOf(tools), "this is no list of tools");
      }
      conversation = conversation.with("tools", list);
    }
    for (var setting : settings) {
      conversation = with(conversation, setting);
    }
    if (continueFinalMessage) {
      return conversation.continued();
    }
    return noGenerationPrompt
        ? conversation.with("add_generation_prompt", Value.Bool.FALSE)
        : conversation;
  }

  private static Conversation with(Conversation conversation, String setting) {
    int at = setting.indexOf('=');
    if (at < 1) {
      throw new UsageException("--set must be a name and a value as in a=1, was '" + setting + "'");
    }
    try {
      return conversation.with(setting.substring(0, at), value(setting.substring(at + 1)));
    } catch (TemplateException e) {
      throw new UsageException("--set " + setting.substring(0, at) + ": " + e.problem());
    }
  }

  private static JsonElement value(String text) {
    try {
      return new Gson().getAdapter(JsonElement.class).fromJson(text);
    } catch (IOException | JsonParseException _) {
      return new JsonPrimitive(text);
    }
  }
}
