package kelvin.workspace.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The content of a file at one moment, as a digest, so that a later change can be seen.
///
/// The time of a file is no help: programs set it, and some disks round it to two seconds.
public record FileStamp(String digest) {

  /// There was no file.
  public static final FileStamp ABSENT = new FileStamp("absent");

  /// Nobody knows what the file held.
  public static final FileStamp UNKNOWN = new FileStamp("unknown");

  private static final String ALGORITHM = "SHA-256";

  /// The stamp of a file now.
  public static FileStamp of(Path file) throws IOException {
    // Reading a pipe or a device would never end.
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return new FileStamp("no file");
    }
    try (var in = Files.newInputStream(file)) {
      return new Reader(in).stamp();
    } catch (NoSuchFileException _) {
      return ABSENT;
    }
  }

  public static FileStamp of(byte[] content) {
    return ofDigest(sha256().digest(content));
  }

  /// Returns whether something would be lost if the file of this stamp were replaced: it holds
  /// something else now.
  public boolean isOutdatedBy(FileStamp now) {
    return !now.equals(ABSENT) && !now.equals(this);
  }

  private static FileStamp ofDigest(byte[] digest) {
    return new FileStamp("sha256:" + HexFormat.of().formatHex(digest));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance(ALGORITHM);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /// A stream that computes the stamp of what is read from it.
  static final class Reader extends DigestInputStream {

    Reader(InputStream in) {
      super(in, sha256());
    }

    /// Reads what is left and gives the stamp of everything.
    FileStamp stamp() throws IOException {
      transferTo(OutputStream.nullOutputStream());
      return ofDigest(getMessageDigest().digest());
    }
  }
}
