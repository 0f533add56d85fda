package kelvin.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// If this fails, Ctrl+C waits for native code, or a command that was cancelled looks as if it had
/// done its work.
class ProcessEndTest {

  private static final int CODE = 4;

  @Test
  void aProcessWithAThreadInNativeCodeEndsWithItsCodeAndRunsNothingMore() throws Exception {
    var classes = ProcessEnd.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    var tests = InNativeCode.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--class-path=" + Path.of(classes) + File.pathSeparator + Path.of(tests),
                    InNativeCode.class.getName()))
            .redirectErrorStream(true)
            .start();
    try {
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
      assertEquals("in native code\n", printed);
      assertEquals(CODE, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  /// The process: one of its threads waits in the C library for input that never comes.
  static final class InNativeCode {

    private InNativeCode() {}

    public static void main(String[] arguments) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print("a hook has run\n")));
      var thread = new Thread(InNativeCode::read);
      thread.start();
      while (thread.getStackTrace().length == 0) {
        Thread.sleep(1);
      }
      System.out.print("in native code\n");
      ProcessEnd.now(CODE);
    }

    private static void read() {
      var number = FunctionDescriptor.of(ValueLayout.JAVA_INT);
      var read = NativeFunction.find("getchar", number).orElseThrow();
      try {
        int found = (int) read.invokeExact();
        System.out.print("read " + found + "\n");
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
