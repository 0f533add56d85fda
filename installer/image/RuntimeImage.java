import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// Links Kelvin and its libraries with JavaFX and the JDK modules they need. A cache of linked
/// classes stays valid for such an image in any folder, but not for separate jars.
///
/// Maven's jars of JavaFX contain native code as resources, which would be unpacked into the home
/// folder. In jmods, it is in the folder that the JVM searches.
final class RuntimeImage {

  /// More come because Kelvin and its libraries require them, such as java.net.http. On Windows a
  /// terminal may have a code page that only jdk.charsets knows.
  private static final String JDK_MODULES =
      "java.base,java.desktop,java.logging,java.xml,jdk.unsupported";

  /// The options of every JVM of this image, also of the one that tries an unknown model.
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "--sun-misc-unsafe-memory-access=allow");

  private RuntimeImage() {}

  static void build(Modules modules, Path work, Path runtime) throws IOException {
    Folders.delete(work);
    var jmods = Files.createDirectories(work.resolve("jmods"));
    var names = new ArrayList<>(List.of(JDK_MODULES));
    // A jmod records the hashes of the modules it requires, so those come first.
    for (var name : List.of("javafx.base", "javafx.graphics", "javafx.controls")) {
      for (var jar : modules.javafx()) {
        if (Modules.moduleOf(jar).equals(name)) {
          makeJmod(jar, name, work.resolve(name), jmods);
          names.add(name);
        }
      }
    }
    if (System.getProperty("os.name").startsWith("Windows")) {
      names.add("jdk.charsets");
    }
    names.add("kelvin");
    // The silent logging backend for DJL is found as a service, so no module requires it.
    names.add("org.slf4j.nop");
    var jars = work.resolve("jars");
    modules.copyWithoutNatives(jars);
    LeftOut.check(Folders.files(jars));
    run(
        "jlink",
        "--module-path", jmods + File.pathSeparator + jars,
        "--add-modules", String.join(",", names),
        "--add-options", String.join(" ", JVM_OPTIONS),
        "--exclude-resources", LeftOut.patterns(),
        "--strip-java-debug-attributes",
        "--no-header-files",
        "--no-man-pages",
        "--compress", "zip-9",
        "--vm", "server",
        "--output", runtime.toString());
    LeftOut.deleteNatives(runtime);
    LeftOut.deleteTools(runtime);
  }

  private static void makeJmod(Path jar, String name, Path work, Path jmods) throws IOException {
    var classes = Files.createDirectories(work.resolve("classes"));
    var libraries = Files.createDirectories(work.resolve("libraries"));
    Modules.unpack(jar, classes, libraries);
    run(
        "jmod",
        "create",
        "--class-path", classes.toString(),
        "--libs", libraries.toString(),
        "--date", "2000-01-01T00:00:00Z",
        jmods.resolve(name + ".jmod").toString());
  }

  private static void run(String tool, String... arguments) throws IOException {
    var provider =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IOException("this JDK has no " + tool + ": use a complete JDK"));
    int code = provider.run(System.out, System.err, arguments);
    if (code != 0) {
      throw new IOException(tool + " failed with code " + code);
    }
  }
}
