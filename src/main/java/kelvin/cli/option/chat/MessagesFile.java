package kelvin.cli.option.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.InputStream;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.FileProblem;
import kelvin.inference.chat.ChatException;
import kelvin.inference.chat.Conversation;
import kelvin.text.template.Rendering;

/// Reads the file of `--messages`.
public final class MessagesFile {

  private MessagesFile() {}

  /// @throws FileProblem if it cannot be read or has no messages
  public static Conversation read(String name, InputStream standardInput) {
    var json = json(name, standardInput);
    try {
      return Conversation.of(json);
    } catch (ChatException e) {
      throw FileProblem.explained(TextFile.nameOf(name), String.valueOf(e.getMessage()));
    }
  }

  /// @throws FileProblem if it is no JSON
  static JsonElement json(String name, InputStream standardInput) {
    var text = TextFile.read(name, standardInput);
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException _) {
      throw new FileProblem(TextFile.nameOf(name), "this is not readable JSON");
    }
  }

  /// A rendering that ends when the command is cancelled.
  public static Rendering rendering(CliEnvironment environment) {
    return Rendering.usual().withCheck(environment.cancellation()::throwIfCancelled);
  }
}
