package kelvin.engine.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.text.Reason;
import kelvin.text.Sha256;
import kelvin.text.TokenFingerprint;

/// The bits of a model: the hashes of its files, and of its tokens.
///
/// @param files the graph first
/// @param vocabulary the fingerprint of its tokens
public record ModelIdentity(String name, List<HashedFile> files, String vocabulary) {

  private static final int BUFFER = 1 << 20;

  /// @param name without its folder
  /// @param bytes its size
  /// @param sha256 64 hexadecimal digits
  public record HashedFile(String name, long bytes, String sha256) {}

  public ModelIdentity {
    files = List.copyOf(files);
  }

  /// Reads all files of the model: about a second for each gigabyte.
  ///
  /// @throws InferenceException if one cannot be read
  /// @throws kelvin.inference.CancelledException when cancelled
  public static ModelIdentity of(LoadedModel loaded, Cancellation cancellation) {
    var descriptor = loaded.model().descriptor();
    var files = new ArrayList<HashedFile>();
    for (var file : descriptor.files()) {
      files.add(hashed(file.path(), cancellation));
    }
    return new ModelIdentity(
        descriptor.name(), files, TokenFingerprint.of(loaded.tokenizer().vocabulary()));
  }

  private static HashedFile hashed(Path file, Cancellation cancellation) {
    var hash = new Sha256();
    long bytes = 0;
    var buffer = new byte[BUFFER];
    try (var in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        cancellation.throwIfCancelled();
        hash.add(buffer, count);
        bytes += count;
      }
    } catch (IOException e) {
      throw new InferenceException(
          "The model's file " + file + " cannot be read again: " + Reason.of(e) + ".", e);
    }
    return new HashedFile(String.valueOf(file.getFileName()), bytes, hash.hex());
  }
}
