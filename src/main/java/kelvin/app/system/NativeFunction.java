package kelvin.app.system;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Finds functions of the C library.
final class NativeFunction {

  private NativeFunction() {}

  /// Restricted because a wrong signature would crash the process.
  ///
  /// @return empty if the library has no such function
  @SuppressWarnings("restricted")
  static Optional<MethodHandle> find(String name, FunctionDescriptor signature) {
    var linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(function -> linker.downcallHandle(function, signature));
  }
}
