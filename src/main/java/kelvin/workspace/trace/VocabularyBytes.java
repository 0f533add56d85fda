package kelvin.workspace.trace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import kelvin.text.Vocabulary;
import kelvin.workspace.file.DamagedException;

/// The tokens of a vocabulary as compressed bytes: their number, then for each whether it is
/// special, and its bytes.
final class VocabularyBytes {

  private static final int MAX_TOKEN = 1 << 16;

  /// The most bytes of all tokens, so that a crafted file cannot fill the memory.
  private static final long MAX_BYTES = 256L << 20;

  private VocabularyBytes() {}

  static byte[] write(Vocabulary vocabulary) {
    var plain = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(plain)) {
      out.writeInt(vocabulary.size());
      for (int id = 0; id < vocabulary.size(); id++) {
        var bytes = vocabulary.bytes(id);
        out.writeBoolean(vocabulary.isSpecial(id));
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes any bytes", e);
    }
    var to = ByteBuffer.allocate(Compression.bound(plain.size()));
    var result =
        new byte[Compression.deflate(plain.toByteArray(), to, Deflater.DEFAULT_COMPRESSION)];
    to.get(0, result);
    return result;
  }

  /// @throws DamagedException when these are no tokens
  static Vocabulary read(byte[] bytes) {
    try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      int size = in.readInt();
      if (size < 0 || size > TraceHeader.MAX_LOGITS) {
        throw new DamagedException("it has " + size + " tokens.");
      }
      var pieces = new byte[size][];
      var special = new BitSet();
      long sum = 0;
      for (int id = 0; id < size; id++) {
        special.set(id, in.readBoolean());
        int length = in.readInt();
        sum += length;
        if (length < 0 || length > MAX_TOKEN || sum > MAX_BYTES) {
          throw new DamagedException("token " + id + " has " + length + " bytes.");
        }
        pieces[id] = in.readNBytes(length);
        if (pieces[id].length < length) {
          throw new EOFException();
        }
      }
      return new Vocabulary(pieces, special);
    } catch (ZipException | EOFException _) {
      throw new DamagedException("its list of tokens is not whole.");
    } catch (IOException e) {
      throw new UncheckedIOException("an array can be read", e);
    }
  }
}
