import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The jars that Maven collected.
final class Modules {

  /// Jars that neither Kelvin nor its libraries use at run time: archives that DJL could download,
  /// annotations. They are not shipped.
  private static final Pattern UNUSED =
      Pattern.compile("(commons-(codec|compress|io)|error_prone_annotations|jspecify)-[0-9].*");

  private static final Pattern JAVAFX = Pattern.compile("javafx-([a-z]+)-[0-9.]+-[a-z0-9-]+\\.jar");
  private static final Pattern JAVAFX_EMPTY = Pattern.compile("javafx-[a-z]+-[0-9.]+\\.jar");

  private static final Pattern NATIVE =
      Pattern.compile(
          "(native/lib/[^/]+-.*|ai/onnxruntime/native/.*|com/sun/jna/[a-z0-9]+-[a-z0-9_-]+/.*"
              + "|com/sun/jna/(aix|sunos|freebsd|openbsd|dragonfly|win32|linux|darwin)-.*"
              + "|.*\\.(so|dll|dylib|jnilib))");

  /// Parts of DJL unrelated to tokenizers: training, images, sound, networks, model catalogues.
  private static final Pattern UNREACHED =
      Pattern.compile(
          "ai/djl/(training|metric|modality/(cv|audio|rl)"
              + "|nn/(convolutional|recurrent|transformer|norm|pooling|core)"
              + "|huggingface/(translator|zoo)|engine/rust)/.*|(nlp|cv)/.*|META-INF/services/ai\\.djl.*");

  /// One date for all entries, in the format of zip files.
  private static final LocalDateTime DATE = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final Path folder;

  Modules(Path folder) {
    this.folder = folder;
  }

  /// Kelvin and its libraries except JavaFX.
  List<Path> applications() throws IOException {
    return jars().stream()
        .filter(jar -> !matches(JAVAFX, jar) && !matches(JAVAFX_EMPTY, jar))
        .toList();
  }

  /// JavaFX for this system, its modules sorted by name.
  List<Path> javafx() throws IOException {
    return jars().stream().filter(jar -> matches(JAVAFX, jar)).toList();
  }

  static String moduleOf(Path javafxJar) {
    var matcher = JAVAFX.matcher(javafxJar.getFileName().toString());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(javafxJar + " is not a jar of JavaFX");
    }
    return "javafx." + matcher.group(1);
  }

  boolean ships(String artifact) throws IOException {
    return jars().stream().anyMatch(jar -> jar.getFileName().toString().startsWith(artifact + "-"));
  }

  private List<Path> jars() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar") && !matches(UNUSED, file))
          .sorted()
          .toList();
    }
  }

  private static boolean matches(Pattern pattern, Path file) {
    return pattern.matcher(file.getFileName().toString()).matches();
  }

  void copyWithoutNatives(Path to) throws IOException {
    Files.createDirectories(to);
    for (var jar : applications()) {
      copyWithoutNatives(jar, to.resolve(jar.getFileName()));
    }
  }

  /// Entries keep their order, so that the same jar gives the same bytes.
  private static void copyWithoutNatives(Path from, Path to) throws IOException {
    try (var in = new ZipFile(from.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(to))) {
      var packages = new TreeSet<String>();
      for (var entry : in.stream().toList()) {
        var name = entry.getName();
        if (!entry.isDirectory()
            && !NATIVE.matcher(name).matches()
            && !UNREACHED.matcher(name).matches()) {
          var bytes = in.getInputStream(entry).readAllBytes();
          put(out, name, bytes);
          if (StyleSheets.isText(name) && in.getEntry(StyleSheets.binaryName(name)) == null) {
            put(out, StyleSheets.binaryName(name), StyleSheets.binary(bytes));
          }
          if (name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF/")) {
            packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
          }
        }
      }
      var descriptor = Descriptors.of(from.getFileName().toString(), packages);
      if (descriptor.isPresent()) {
        put(out, "module-info.class", descriptor.get());
      }
    }
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(DATE);
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  /// Unpacks a jar of JavaFX: classes and native code into separate folders.
  static void unpack(Path jar, Path classes, Path libraries) throws IOException {
    try (var in = new ZipFile(jar.toFile())) {
      for (var entry : in.stream().filter(each -> !each.isDirectory()).toList()) {
        boolean isNative = NATIVE.matcher(entry.getName()).matches();
        var file = (isNative ? libraries : classes).resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in.getInputStream(entry), file);
      }
    }
  }
}
