package kelvin.onnx;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// Prevents ONNX Runtime from storing a device id and sending events about models to its vendor.
///
/// Since version 1.29, the builds for Linux and macOS do this from the moment the library starts,
/// before `OrtEnvironment.setTelemetry(false)` can be called. Only an environment variable of the
/// process turns it off completely (https://github.com/microsoft/onnxruntime/pull/27379). Java
/// itself cannot set one.
final class Telemetry {

  static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

  private static final Logger LOG = System.getLogger(Telemetry.class.getName());

  private Telemetry() {}

  /// Must be called before the runtime's first class loads. Does nothing if there is no `setenv`:
  /// the build for Windows does not send anything by itself.
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
