package kelvin.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What the window is to open first: the argument that a file manager or a user gave.
sealed interface StartDocument {

  /// A folder with a model, or one `.onnx` file of it.
  record Model(Path path) implements StartDocument {}

  /// A session saved before.
  record Session(Path file) implements StartDocument {}

  /// Something that cannot be opened, and why, in a sentence for the user.
  record Unusable(String sentence) implements StartDocument {}

  /// What the arguments of the program name, or none where they are for the command line.
  ///
  /// A path is a folder or a file that is there, or what could be nothing else: something with a
  /// separator or an extension of ours. A command of the same name goes first.
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
    if (isGraph(file.toString())) {
      return new Model(file);
    }
    return new Unusable(
        file
            + ": Kelvin opens sessions (.kelvin), folders with a model, and .onnx files of such a"
            + " folder.");
  }

  private static boolean isSession(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".kelvin");
  }

  private static boolean isGraph(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".onnx");
  }
}
