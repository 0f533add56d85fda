package kelvin.text;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says in words for a user why the JDK or a library failed. Their own messages are often for
/// developers: a file's name alone, names of classes, places in a source.
public final class Reason {

  /// Names of classes and packages, places in sources, functions of C++ and Rust.
  private static final Pattern FOR_DEVELOPERS =
      Pattern.compile(
          "\\w(Exception|Error|Handler)\\b"
              + "|\\b(java|javax|jdk|sun|com|ai|org|kelvin)\\.[a-z]\\w*\\."
              + "|::|_src/|\\.(cc|cpp|h|hpp|rs|java):\\d|\\bnull\\b");

  private Reason() {}

  /// A clause without a full stop.
  public static String of(IOException e) {
    return switch (e) {
      case CharacterCodingException _ -> "this is not UTF-8 text";
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "there is a file of this name already";
      case DirectoryNotEmptyException _ -> "this is a folder with files in it";
      case NotDirectoryException _ -> "this is no folder";
      case FileSystemException named when named.getReason() == null ->
          "it cannot be read or written";
      case FileSystemException named -> plain(named.getReason()).orElse("the system refuses it");
      case EOFException _ -> said(e).orElse("it ends in the middle");
      default -> said(e).orElse("it cannot be read or written");
    };
  }

  /// The first line of a message without a full stop, if a user can read it.
  public static Optional<String> said(Throwable e) {
    return plain(String.valueOf(e.getMessage()));
  }

  /// The first line of a text without a full stop, if a user can read it.
  public static Optional<String> plain(String text) {
    var line = text.lines().findFirst().orElse("").strip().replaceFirst("[.:;,]+$", "");
    return line.isEmpty() || FOR_DEVELOPERS.matcher(line).find()
        ? Optional.empty()
        : Optional.of(VisibleText.ofLine(line));
  }
}
