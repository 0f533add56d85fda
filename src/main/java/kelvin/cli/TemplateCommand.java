package kelvin.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.chat.ChatOptions;
import kelvin.cli.option.chat.MessagesFile;
import kelvin.inference.ModelLoadException;
import kelvin.inference.chat.ChatText;
import kelvin.text.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `kelvin template`: the text that a chat template makes of messages.
@Command(
    name = "template",
    header = "Write the text that a model's chat template makes of messages.",
    description = {
      "",
      "The text is exactly what the model gets, with its special tokens. Nothing is added behind it,",
      "not even a line break. The commands that take a prompt take --messages too, and make the same",
      "text of them; no start token is added to it, because the template writes its own.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin template --model path/to/model-folder --messages chat.json",
      "  kelvin template --model path/to/model-folder --messages chat.json \\",
      "      --set enable_thinking=false --no-generation-prompt"
    })
final class TemplateCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @Mixin private ChatOptions chat = new ChatOptions();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  TemplateCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var conversation = chat.conversation(environment.streams().in());
    var rendered =
        ChatText.render(
            model.chatTemplates(environment),
            conversation,
            chat.name(conversation),
            MessagesFile.rendering(environment));
    var out = environment.streams().out();
    if (json.isGiven()) {
      write(new Json(out), rendered);
    } else {
      out.print(rendered.text());
      out.flush();
    }
    return ExitCode.DONE;
  }

  private static void write(Json json, ChatText rendered) throws IOException {
    json.document(
        () -> {
          json.member("template", rendered.template().name());
          json.member("file", rendered.template().file().toString());
          json.member("text", rendered.text());
        });
  }
}
