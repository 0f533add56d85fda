package kelvin.huggingface;

import com.google.gson.JsonParseException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import kelvin.text.Reason;

/// Says why the files of a tokenizer cannot be read.
final class UnreadableReason {

  private static final Pattern PLACE = Pattern.compile("at (line \\d+ column \\d+)");

  private UnreadableReason() {}

  /// A clause without a full stop.
  ///
  /// @param file the one that the message names already
  static String of(Exception e, Path file) {
    return switch (e) {
      case DamagedTokenizerException _ -> String.valueOf(e.getMessage());
      case JsonParseException _ when e.getCause() instanceof EOFException ->
          "it ends in the middle" + place(e);
      case JsonParseException _ -> "it is no JSON" + place(e);
      case FileSystemException named when !isOf(named, file) ->
          name(named) + ": " + Reason.of(named);
      case IOException io -> Reason.of(io);
      // A part of another type than it should have, or none.
      default -> "one of its parts is not what a tokenizer holds there";
    };
  }

  private static String place(Exception e) {
    var place = PLACE.matcher(String.valueOf(e.getMessage()));
    return place.find() ? " at " + place.group(1) : "";
  }

  private static boolean isOf(FileSystemException e, Path file) {
    return name(e).equals(String.valueOf(file.getFileName()));
  }

  private static String name(FileSystemException e) {
    return String.valueOf(Path.of(e.getFile() == null ? "" : e.getFile()).getFileName());
  }
}
