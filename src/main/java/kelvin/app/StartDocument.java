package kelvin.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kelvin.inference.server.ServerPlace;

/// The document that the window opens first, from the argument of a file manager or a user.
sealed interface StartDocument {

  /// The endings of files that the window opens as work.
  List<String> ENDINGS = List.of(".kelvin", ".kelvin-trace", ".kelvin-certificate");

  /// A model folder, one of its `.onnx` files, or a file that stands for a model on a server.
  record Model(Path path) implements StartDocument {}

  /// A saved session, a record or a certificate.
  record Session(Path file) implements StartDocument {}

  /// A document that cannot be opened, and the reason in a sentence for the user.
  record Unusable(String sentence) implements StartDocument {}

  /// The document that the arguments name; empty where they are for the command line.
  ///
  /// A path is an existing folder or file, or something that can only be a path: it has a separator
  /// or one of our extensions. A command with the same name takes precedence.
  static Optional<StartDocument> of(String[] arguments) {
    if (arguments.length != 1 || arguments[0].isEmpty() || arguments[0].startsWith("-")) {
      return Optional.empty();
    }
    var text = arguments[0];
    try {
      var path = Path.of(text);
      if (Files.isDirectory(path)) {
        return Optional.of(new Model(path));
      }
      if (Files.exists(path)) {
        return Optional.of(ofFile(path));
      }
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
    boolean looksLikeAPath =
        text.contains("/") || text.contains(File.separator) || isSession(text) || isGraph(text);
    return looksLikeAPath
        ? Optional.of(
            new Unusable(text + ": there is no such file or folder; was it moved or renamed?"))
        : Optional.empty();
  }

  private static StartDocument ofFile(Path file) {
    if (isSession(file.toString())) {
      return new Session(file);
    }
    if (isGraph(file.toString()) || ServerPlace.isFile(file)) {
      return new Model(file);
    }
    return new Unusable(
        file
            + ": Kelvin opens sessions (.kelvin), records (.kelvin-trace), certificates"
            + " (.kelvin-certificate), folders with a model, and .onnx files of such a folder.");
  }

  private static boolean isSession(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  private static boolean isGraph(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".onnx");
  }
}
