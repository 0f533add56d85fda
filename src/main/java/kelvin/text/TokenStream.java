package kelvin.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes tokens one by one. Holds back the bytes of an incomplete character.
public final class TokenStream {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer held = ByteBuffer.allocate(0);

  /// Adds bytes and returns the text that is complete now; may be empty.
  public String accept(byte[] bytes) {
    var input = ByteBuffer.allocate(held.remaining() + bytes.length).put(held).put(bytes).flip();
    var output = CharBuffer.allocate(input.remaining() + 1);
    decoder.decode(input, output, false);
    held = input;
    return output.flip().toString();
  }

  /// Returns the bytes still held back as U+FFFD, at the end of the text.
  public String finish() {
    var rest = unfinished();
    held = ByteBuffer.allocate(0);
    return rest;
  }

  /// Returns the bytes held back so far as U+FFFD, and goes on holding them back.
  public String unfinished() {
    var output = CharBuffer.allocate(held.remaining() + 1);
    decoder.decode(held.duplicate(), output, true);
    decoder.flush(output);
    decoder.reset();
    return output.flip().toString();
  }
}
