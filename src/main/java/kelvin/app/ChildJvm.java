package kelvin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command that starts this program once more, on the same modules.
final class ChildJvm {

  private static final String NATIVE_MODULES =
      "kelvin,com.microsoft.onnxruntime,ai.djl.tokenizers,com.sun.jna,ALL-UNNAMED";

  /// What the program was told about its place, and what its libraries were told.
  private static final List<String> INHERITED =
      List.of("kelvin.home", "kelvin.natives", "java.io.tmpdir");

  private ChildJvm() {}

  /// @param heap the most that objects may take, such as `1g`
  static List<String> command(String heap) {
    var name = System.getProperty("os.name", "").startsWith("Windows") ? "java.exe" : "java";
    var java = Path.of(System.getProperty("java.home"), "bin", name);
    // A packaged program may have no java of its own, only its launcher.
    var launcher = ProcessHandle.current().info().command();
    if (!Files.isExecutable(java) && launcher.isPresent()) {
      return List.of(launcher.get());
    }
    var command = new ArrayList<String>();
    command.add(java.toString());
    addPath(command, "--module-path=", "jdk.module.path");
    addPath(command, "--class-path=", "java.class.path");
    command.add("--enable-native-access=" + NATIVE_MODULES);
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("-Xmx" + heap);
    command.add("-XX:ErrorFile=" + AppFolders.cache().resolve("hs_err_pid%p.log"));
    for (var property : INHERITED) {
      var value = System.getProperty(property);
      if (value != null) {
        command.add("-D" + property + "=" + value);
      }
    }
    command.add("--module=kelvin/kelvin.app.Main");
    return command;
  }

  private static void addPath(List<String> command, String option, String property) {
    var value = System.getProperty(property, "");
    if (!value.isEmpty()) {
      command.add(option + value);
    }
  }
}
