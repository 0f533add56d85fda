package kelvin.ui.playground;

import java.nio.file.Path;
import java.util.Optional;

/// Something that was saved or copied.
///
/// @param sentence names it for the user
/// @param file the saved file, absolute; empty for a copy
public record Done(String sentence, Optional<Path> file) {

  public static Done saved(Path file) {
    var whole = file.toAbsolutePath().normalize();
    return new Done(
        "Saved " + whole.getFileName() + " in " + whole.getParent() + ".", Optional.of(whole));
  }

  /// @param form of the copy, such as `a picture`
  public static Done copied(String form) {
    return new Done("Copied as " + form + ".", Optional.empty());
  }
}
