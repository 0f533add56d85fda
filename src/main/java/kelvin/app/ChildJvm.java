package kelvin.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Builds the command that starts this program again, with the same modules.
final class ChildJvm {

  private static final String NATIVE_MODULES =
      "kelvin,com.microsoft.onnxruntime,ai.djl.tokenizers,com.sun.jna,ALL-UNNAMED";

  /// System properties that the child needs: the program's folder and the settings of its
  /// libraries.
  private static final List<String> INHERITED =
      List.of("kelvin.home", "kelvin.natives", "java.io.tmpdir");

  private ChildJvm() {}

  /// @param heap the greatest heap size, such as `1g`
  static List<String> command(String heap) {
    var name = System.getProperty("os.name", "").startsWith("Windows") ? "java.exe" : "java";
    var java = Path.of(System.getProperty("java.home"), "bin", name);
    // A packaged program may have only its launcher and no java executable.
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
