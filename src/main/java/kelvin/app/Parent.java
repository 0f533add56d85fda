package kelvin.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import kelvin.cli.environment.ExitCode;

/// The program that started this process. It holds the other end of standard input, so the end of
/// the input is its end.
final class Parent {

  private Parent() {}

  /// Ends this process as soon as the other program is gone, even if it was killed and even in the
  /// middle of a run that never ends.
  static void endWithIt() {
    Backend.daemon("kelvin-parent").execute(Parent::awaitEnd);
  }

  private static void awaitEnd() {
    try (var input = new FileInputStream(FileDescriptor.in)) {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // An input that cannot be read has no program at its other end.
    }
    Runtime.getRuntime().halt(ExitCode.CANCELLED);
  }
}
