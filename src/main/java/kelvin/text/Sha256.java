package kelvin.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash SHA-256, as hexadecimal digits.
public final class Sha256 {

  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static String of(byte[] bytes) {
    var hash = new Sha256();
    hash.add(bytes, bytes.length);
    return hash.hex();
  }

  /// Adds the first bytes of an array.
  public void add(byte[] bytes, int count) {
    digest.update(bytes, 0, count);
  }

  public void add(byte[] bytes) {
    add(bytes, bytes.length);
  }

  /// The hash of all that was added, in 64 digits. Begins anew.
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
