package kelvin.app.system;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/// Ends the process at once.
///
/// `Runtime.halt` does not: it waits 300 ms for threads that run native code (HotSpot's `VM_Exit`),
/// such as a forward pass or the encoding of a long text. So the C library ends it where it can.
public final class ProcessEnd {

  private ProcessEnd() {}

  public static void now(int code) {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      endByLibrary(code);
    }
    Runtime.getRuntime().halt(code);
  }

  /// Calls `void _exit(int)`, which runs nothing more of the process (_exit(2)).
  private static void endByLibrary(int code) {
    var exit = NativeFunction.find("_exit", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
    if (exit.isPresent()) {
      try {
        exit.get().invokeExact(code);
      } catch (Throwable e) {
        // A handle of the linker declares any throwable.
        throw new IllegalStateException("_exit cannot be called", e);
      }
    }
  }
}
