package kelvin.onnx.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.onnx.fixture.ProtoMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests reading a protobuf file, also an invalid one.
final class ProtobufReaderTest {

  @TempDir Path folder;

  private ProtobufReader reader(ProtoMessage message) throws IOException {
    return new ProtobufReader(Files.write(folder.resolve("message"), message.toByteArray()));
  }

  @Test
  void fieldsOfEveryWireTypeAreRead() throws Exception {
    var message = new ProtoMessage().number(1, -1).real(2, 1.5f).text(3, "näme").number(40, 300);
    message.raw(5 << 3 | 1, 1, 2, 3, 4, 5, 6, 7, 8);

    try (var reader = reader(message)) {
      long end = reader.size();
      assertEquals(1, reader.nextField(end));
      assertEquals(-1, reader.varint());
      assertEquals(2, reader.nextField(end));
      reader.skip(end);
      assertEquals(3, reader.nextField(end));
      assertEquals("näme", reader.string(end));
      assertEquals(40, reader.nextField(end));
      assertEquals(300, reader.varint());
      assertEquals(5, reader.nextField(end));
      reader.skip(end);
      assertEquals(0, reader.nextField(end));
    }
  }

  @Test
  void aSkipMayLeaveTheBuffer() throws Exception {
    var message = new ProtoMessage().bytes(1, new byte[200_000]).number(2, 7);

    try (var reader = reader(message)) {
      reader.nextField(reader.size());
      reader.skip(reader.size());

      assertEquals(2, reader.nextField(reader.size()));
      assertEquals(7, reader.varint());
    }
  }

  @Test
  void aLengthBeyondTheFileIsRefused() throws Exception {
    var message = new ProtoMessage().raw(1 << 3 | 2, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 1, 2, 3);

    assertTrue(failureOfSkip(message).contains("a field of 2147483647 bytes"));
  }

  @Test
  void aNegativeLengthIsRefused() throws Exception {
    var message = new ProtoMessage().raw(1 << 3 | 2);
    message.raw(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01);

    assertTrue(failureOfSkip(message).contains("a field of -1 bytes"));
  }

  @Test
  void anEndlessNumberIsRefused() throws Exception {
    var message = new ProtoMessage().raw(1 << 3);
    for (int i = 0; i < 100; i++) {
      message.raw(0x80);
    }

    assertTrue(failureOfSkip(message).contains("more than ten bytes"));
  }

  @Test
  void unknownWireTypesAreRefused() throws Exception {
    assertTrue(failureOfSkip(new ProtoMessage().raw(1 << 3 | 3)).contains("wire type 3"));
  }

  @Test
  void fieldZeroIsRefused() throws Exception {
    try (var reader = reader(new ProtoMessage().raw(0, 0))) {
      assertThrows(IOException.class, () -> reader.nextField(reader.size()));
    }
  }

  @Test
  void aFixedNumberThatIsCutOffIsRefused() throws Exception {
    try (var reader = reader(new ProtoMessage().raw(1 << 3 | 1, 1, 2))) {
      reader.nextField(reader.size());

      assertThrows(EOFException.class, () -> reader.skip(reader.size()));
    }
  }

  private String failureOfSkip(ProtoMessage message) throws IOException {
    try (var reader = reader(message)) {
      reader.nextField(reader.size());
      return String.valueOf(
          assertThrows(IOException.class, () -> reader.skip(reader.size())).getMessage());
    }
  }
}
