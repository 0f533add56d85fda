package kelvin.inference.folder;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.inference.ModelLoadException;
import kelvin.inference.PlainFile;

/// Refuses links that lead out of a model's folder, so that a folder from elsewhere cannot make
/// Kelvin read other files of its user.
///
/// The cache of the Hugging Face hub is the one exception: its snapshots consist of links to the
/// blobs of the same repository.
public final class ModelLinks {

  private ModelLinks() {}

  /// Checks a file that exists; it must be a plain file.
  ///
  /// @param folder the model's folder; it may be a link itself, because the user chose it
  /// @throws ModelLoadException if the file is a link, or below one, that leads out
  public static void check(Path folder, Path file) throws ModelLoadException {
    PlainFile.check(file);
    Path real;
    Path home;
    try {
      real = file.toRealPath();
      home = folder.toRealPath();
    } catch (IOException e) {
      throw new ModelLoadException(
          file, "this file cannot be read.", "Check that it exists and its permissions.", e);
    }
    if (!real.startsWith(home) && !isBlobOf(home, real)) {
      throw new ModelLoadException(
          file,
          "this is a link to " + real + ", outside the model's folder.",
          "Put the file itself in its place.");
    }
  }

  /// True if a file is a blob of the repository that the model's snapshot belongs to.
  private static boolean isBlobOf(Path home, Path real) {
    return HubSnapshot.of(home).filter(snapshot -> real.startsWith(snapshot.blobs())).isPresent();
  }
}
