package kelvin.workspace.trace;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import kelvin.text.Reason;
import kelvin.workspace.file.DamagedException;
import kelvin.workspace.file.NewerVersionException;
import kelvin.workspace.file.WorkspaceException;

/// The file of a trace as its sections. Nothing that the file says is believed before it is
/// checked: a place outside of the file, a size beyond the limits, or a wrong checksum is damage.
final class SectionFile {

  private static final int MAX_STEPS = 1_000_000;

  private final Path path;
  private final FileChannel channel;
  private long[] offsets = new long[64];
  private int steps;
  private byte[] header = new byte[0];
  private byte[] vocabulary = new byte[0];
  private String stop = "";

  private SectionFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static SectionFile open(Path path) throws WorkspaceException {
    // Reading a pipe or a device would never end.
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new WorkspaceException(path, "it is no file.", "Choose a trace.");
    }
    try {
      return new SectionFile(path, FileChannel.open(path, StandardOpenOption.READ));
    } catch (IOException e) {
      throw problem(path, e);
    }
  }

  /// Something that reads.
  interface Reading<T> {
    T run() throws IOException;
  }

  /// Turns what can go wrong into sentences that name the file.
  <T> T guarded(Reading<T> reading) throws WorkspaceException {
    try {
      return reading.run();
    } catch (NewerVersionException e) {
      throw new WorkspaceException(path, e.sentence(), "Install the newer Kelvin to open it.", e);
    } catch (DamagedException e) {
      throw new WorkspaceException(
          path, String.valueOf(e.getMessage()), "Make it anew with kelvin generate … --trace.", e);
    } catch (IOException e) {
      throw problem(path, e);
    }
  }

  private static WorkspaceException problem(Path path, IOException e) {
    return switch (e) {
      case NoSuchFileException _ ->
          new WorkspaceException(path, "there is no such file.", "It was moved or deleted.");
      case AccessDeniedException _ ->
          new WorkspaceException(path, "it may not be read.", "Change the file’s rights.");
      default ->
          new WorkspaceException(
              path, "reading it fails: " + Reason.of(e) + ".", "Check the disk.", e);
    };
  }

  /// Finds the sections.
  void scan() throws IOException {
    long at = begin();
    header = read(at, Section.HEADER);
    at = after(at, header.length);
    vocabulary = read(at, Section.VOCABULARY);
    at = after(at, vocabulary.length);
    while (letter(at) == Section.STEP.letter()) {
      if (steps == MAX_STEPS) {
        throw new DamagedException("it has more than a million steps.");
      }
      if (steps == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * steps);
      }
      offsets[steps] = at;
      steps++;
      at = after(at, length(at, Section.STEP));
    }
    var end = ByteBuffer.wrap(read(at, Section.END));
    at = after(at, end.remaining());
    if (end.remaining() < Integer.BYTES || end.getInt() != steps || at != channel.size()) {
      throw new DamagedException("its number of steps is not that at its end.");
    }
    stop = StandardCharsets.US_ASCII.decode(end).toString();
  }

  private long begin() throws IOException {
    var bytes = bytes(0, TraceWriter.MAGIC.length + Integer.BYTES);
    var magic = new byte[TraceWriter.MAGIC.length];
    bytes.get(magic);
    if (!Arrays.equals(magic, TraceWriter.MAGIC)) {
      throw new DamagedException("it is no kelvin trace file.");
    }
    int version = bytes.getInt();
    if (version > TraceWriter.VERSION) {
      throw new NewerVersionException(version, TraceWriter.VERSION);
    }
    if (version < 1) {
      throw new DamagedException("it does not say its version.");
    }
    return (long) TraceWriter.MAGIC.length + Integer.BYTES;
  }

  byte[] header() {
    return header;
  }

  byte[] vocabulary() {
    return vocabulary;
  }

  String stop() {
    return stop;
  }

  int steps() {
    return steps;
  }

  /// @param number 0-based
  ByteBuffer step(int number) throws IOException {
    if (number < 0 || number >= steps) {
      throw new IllegalArgumentException("step " + number + " of " + steps);
    }
    return ByteBuffer.wrap(read(offsets[number], Section.STEP));
  }

  private byte[] read(long at, Section section) throws IOException {
    int length = length(at, section);
    var bytes = new byte[length];
    var content = bytes(at + Section.HEAD, length + Section.CHECKSUM);
    content.get(bytes);
    if (content.getInt() != section.checksum(bytes)) {
      throw new DamagedException("a part of it was changed or damaged.");
    }
    return bytes;
  }

  private int length(long at, Section section) throws IOException {
    var head = bytes(at, Section.HEAD);
    if (head.get() != section.letter()) {
      throw new DamagedException("its parts are not in their order.");
    }
    int length = head.getInt();
    if (length < 0 || length > section.max()) {
      throw new DamagedException("a part of it has " + length + " bytes.");
    }
    if (after(at, length) > channel.size()) {
      throw new DamagedException("it ends in the middle.");
    }
    return length;
  }

  private char letter(long at) throws IOException {
    return (char) bytes(at, 1).get();
  }

  private static long after(long at, int length) {
    return at + Section.HEAD + length + Section.CHECKSUM;
  }

  private ByteBuffer bytes(long at, int count) throws IOException {
    if (at + count > channel.size()) {
      throw new DamagedException("it ends in the middle.");
    }
    var bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        // It was cut while it is read.
        throw new EOFException("the file became shorter");
      }
    }
    return bytes.flip();
  }

  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // Nothing was written, so nothing can be lost.
    }
  }
}
