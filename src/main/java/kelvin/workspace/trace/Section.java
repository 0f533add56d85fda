package kelvin.workspace.trace;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;

/// The parts of a trace's file. Each is its letter, the number of its bytes, the bytes, and their
/// CRC-32 with the letter before them.
enum Section {
  HEADER('H', 16 << 20),
  VOCABULARY('V', 64 << 20),
  STEP('S', 2 * TraceHeader.MAX_LOGITS + (1 << 16)),
  END('E', 256);

  /// The letter and the number of bytes.
  static final int HEAD = Byte.BYTES + Integer.BYTES;

  static final int CHECKSUM = Integer.BYTES;

  private final char letter;
  private final int max;

  Section(char letter, int max) {
    this.letter = letter;
    this.max = max;
  }

  char letter() {
    return letter;
  }

  /// The most bytes that are read.
  int max() {
    return max;
  }

  void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeByte(letter);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.writeInt(checksum(bytes));
  }

  int checksum(byte[] bytes) {
    var crc = new CRC32();
    crc.update(letter);
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
