package kelvin.inference.server;

import java.nio.file.Path;

/// The place of a model that runs on a server.
///
/// @param address such as `oip+http://host:8000/v2/models/NAME`
/// @param tokenizer the folder with the model's tokenizer and its settings
public record ServerPlace(String address, Path tokenizer) {

  /// The ending of a file that stands for such a model and can be opened like a folder.
  public static final String FILE_ENDING = ".kelvin-server";

  /// True if a path names such a file, whether it is there or not.
  public static boolean isFile(Path path) {
    return path.toString().endsWith(FILE_ENDING);
  }

  /// True if a text is an address and no path. It need not be one that Kelvin can use.
  public static boolean isAddress(String text) {
    return text.contains("://");
  }
}
