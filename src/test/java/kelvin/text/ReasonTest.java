package kelvin.text;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reasons from the JDK and from libraries. If these tests fail, users read names of classes, or
/// only the file's name once more.
class ReasonTest {

  private static Stream<IOException> failures() {
    return Stream.of(
        new IOException(),
        new IOException("java.lang.IllegalStateException: x"),
        new EOFException(),
        new MalformedInputException(1),
        new AccessDeniedException("/f"),
        new DirectoryNotEmptyException("/f"),
        new FileAlreadyExistsException("/f"),
        new FileSystemLoopException("/f"),
        new FileSystemException("/f"),
        new FileSystemException("/f", null, "Too many levels of symbolic links"),
        new NoSuchFileException("/f"),
        new NotDirectoryException("/f"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureOfTheSystemIsAClauseAndNotTheNameOfTheFile(IOException failure) {
    var reason = Reason.of(failure);

    assertPlain(reason + ".");
    assertEquals(-1, reason.indexOf("/f"), reason);
    assertEquals(-1, reason.indexOf('\n'), reason);
  }

  @Test
  void whatASystemSaysPlainlyIsKept() {
    assertEquals("No space left on device", Reason.of(new IOException("No space left on device")));
    assertEquals(
        Optional.of("libx.so: cannot open shared object file"),
        Reason.said(new UnsatisfiedLinkError("libx.so: cannot open shared object file.\nmore")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "java.io.EOFException: End of input",
        "Could not initialize class ai.onnxruntime.OrtEnvironment",
        "/onnxruntime_src/core/a.cc:4 x",
        "src/tokenizer/mod.rs:12",
        "onnxruntime::Div",
        "because \"<local4>\" is null"
      })
  void whatOnlyDevelopersCanReadIsNone(String message) {
    assertEquals(Optional.empty(), Reason.plain(message));
  }
}
