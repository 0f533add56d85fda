package kelvin.ui.playground;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kelvin.inference.ModelDescriptor;
import kelvin.text.Vocabulary;
import kelvin.workspace.ModelReference;

/// Describes the open model so that a session can find it again.
final class ModelReferences {

  private ModelReferences() {}

  static ModelReference of(ModelDescriptor descriptor, Vocabulary vocabulary) {
    long bytes = descriptor.files().stream().mapToLong(ModelDescriptor.ModelFile::size).sum();
    return new ModelReference(
        descriptor.name(),
        descriptor.folder().toAbsolutePath().normalize().toString(),
        bytes,
        fingerprint(vocabulary));
  }

  /// A hash of the bytes of all tokens, in the order of their ids. Takes 10 ms for 150,000 tokens.
  private static String fingerprint(Vocabulary vocabulary) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (int id = 0; id < vocabulary.size(); id++) {
        var bytes = vocabulary.bytes(id);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return "sha256:" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
