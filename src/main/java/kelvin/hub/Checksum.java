package kelvin.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/// The checksum that the hub lists for a file. It is also the file's name among the blobs of the
/// cache.
///
/// @param hex 64 digits for a SHA-256, 40 for a Git blob, in lower case
public record Checksum(Kind kind, String hex) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

  /// The way in which the digits are computed.
  public enum Kind {
    /// The SHA-256 of the bytes, for large files (Git LFS).
    SHA256,

    /// The SHA-1 of `blob`, a blank, the size in decimal, a NUL and the bytes: Git's name of a
    /// file.
    GIT_BLOB
  }

  /// Reads the SHA-256 of a large file.
  public static Optional<Checksum> sha256(String hex) {
    return SHA256.matcher(hex).matches()
        ? Optional.of(new Checksum(Kind.SHA256, hex))
        : Optional.empty();
  }

  /// Reads Git's name of a small file.
  public static Optional<Checksum> gitBlob(String hex) {
    return SHA1.matcher(hex).matches()
        ? Optional.of(new Checksum(Kind.GIT_BLOB, hex))
        : Optional.empty();
  }

  /// True if a text has the form of a checksum of either kind.
  public static boolean isOne(String hex) {
    return sha256(hex).or(() -> gitBlob(hex)).isPresent();
  }

  /// A digest that is ready for the bytes of a file.
  ///
  /// @param size the number of bytes that will follow
  public MessageDigest begin(long size) {
    try {
      if (kind == Kind.SHA256) {
        return MessageDigest.getInstance("SHA-256");
      }
      var digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1 and SHA-256", e);
    }
  }
}
