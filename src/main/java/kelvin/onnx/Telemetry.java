package kelvin.onnx;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// Keeps ONNX Runtime from writing a device id and sending events about models to its maker.
///
/// Since 1.29 its builds for Linux and macOS do so from the moment that the library starts, before
/// `OrtEnvironment.setTelemetry(false)` can be called. The one full way out is a variable of the
/// process, https://github.com/microsoft/onnxruntime/pull/27379, which Java cannot set by itself.
final class Telemetry {

  static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

  private static final Logger LOG = System.getLogger(Telemetry.class.getName());

  private Telemetry() {}

  /// To be called before the runtime's first class loads. Does nothing where there is no `setenv`:
  /// the build for Windows has no sender of its own.
  @SuppressWarnings("restricted")
  static void disable() {
    var linker = Linker.nativeLinker();
    var setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return;
    }
    try (var arena = Arena.ofConfined()) {
      var handle =
          linker.downcallHandle(
              setenv.get(),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      int failed =
          (int) handle.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom("1"), 1);
      if (failed != 0) {
        LOG.log(Level.WARNING, "telemetry of ONNX Runtime not disabled");
      }
    } catch (Throwable e) {
      throw new IllegalStateException("setenv cannot be called", e);
    }
  }
}
