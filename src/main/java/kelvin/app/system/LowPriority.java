package kelvin.app.system;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/// Lowers the priority of a thread that computes for long, so that a frame of the window and an
/// answer do not wait for it. An otherwise idle machine computes as fast as before.
///
/// On Linux, Java's priorities do nothing. There the thread's nice value is raised, which the
/// threads that it starts take over (sched(7)): those of ONNX Runtime, too.
public final class LowPriority {

  private static final Logger LOG = System.getLogger(LowPriority.class.getName());

  /// Added to the nice value. A thread that is ten behind another gets about a tenth of a processor
  /// that both want.
  private static final int STEPS = 10;

  private LowPriority() {}

  /// Lowers the priority of the calling thread, and of the threads that it starts from now on.
  @SuppressWarnings("ThreadPriorityCheck") // only speed depends on it
  public static void take() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
      raiseNice();
    }
  }

  /// Calls `int nice(int)`. On Linux it changes the calling thread only (nice(2)), and no more than
  /// allowed.
  private static void raiseNice() {
    var ints = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    var nice = NativeFunction.find("nice", ints);
    if (nice.isEmpty()) {
      LOG.log(Level.WARNING, "The C library has no function nice.");
      return;
    }
    try {
      int now = (int) nice.get().invokeExact(STEPS);
      LOG.log(Level.DEBUG, "{0} computes at nice {1}", Thread.currentThread().getName(), now);
    } catch (Throwable e) {
      // A handle of the linker declares any throwable.
      throw new IllegalStateException("nice cannot be called", e);
    }
  }
}
