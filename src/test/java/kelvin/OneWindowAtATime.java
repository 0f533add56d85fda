package kelvin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets one class of window tests run at a time, although the tests run in two processes: a window
/// that shares the processors with a second one draws too late for what its test waits for.
///
/// JUnit finds it by its service file and asks it before each class. The turn is a lock on a file,
/// which the system gives back if a process ends.
public final class OneWindowAtATime implements BeforeAllCallback, AfterAllCallback {

  private static final Path TURN = Path.of("target", "window-tests.lock");

  /// The turns of this process, at most one: a process runs one class after the other.
  private static final Deque<FileLock> TURNS = new ArrayDeque<>();

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (showsWindows(context)) {
      Files.createDirectories(TURN.getParent());
      TURNS.push(
          FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (showsWindows(context)) {
      TURNS.pop().acquiredBy().close();
    }
  }

  private static boolean showsWindows(ExtensionContext context) {
    var test = context.getRequiredTestClass();
    return test.getEnclosingClass() == null && test.getSimpleName().endsWith("FxTest");
  }
}
