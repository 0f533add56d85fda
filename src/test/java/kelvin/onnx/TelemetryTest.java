package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

final class TelemetryTest {

  @Test
  @SuppressWarnings("restricted")
  void theProcessHasTheVariableThatDisablesIt() throws Throwable {
    Telemetry.disable();

    var linker = Linker.nativeLinker();
    var getenv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("getenv"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    try (var arena = Arena.ofConfined()) {
      var value = (MemorySegment) getenv.invokeExact(arena.allocateFrom(Telemetry.VARIABLE));

      // Windows has no setenv, and its build of the runtime does not send events by itself.
      boolean settable = linker.defaultLookup().find("setenv").isPresent();
      assertEquals(settable, !value.equals(MemorySegment.NULL));
      assertEquals("1", settable ? value.reinterpret(2).getString(0) : "1");
    }
  }
}
