import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Builds the program as a self-contained folder, `target/image`, from Maven's output in `target`.
/// Works the same on every system; all packages are made from that folder.
///
/// ```
/// java -cp "target/modules/*" installer/image/Image.java
/// ```
///
/// - `runtime`: the parts of the JDK that Kelvin uses, JavaFX, Kelvin and its libraries
/// - `content`: native code, the bundled model, licences, the list of parts
///
/// Every file gets the date `SOURCE_DATE_EPOCH`, because the cache of linked classes checks dates.
final class Image {

  private Image() {}

  public static void main(String[] arguments) throws Exception {
    var target = Path.of("target");
    var image = target.resolve("image");
    Folders.delete(image);
    var modules = new Modules(target.resolve("modules"));
    var content = Files.createDirectories(image.resolve("content"));
    RuntimeImage.build(modules, target.resolve("linking"), image.resolve("runtime"));
    copyNatives(target.resolve("natives"), content.resolve("natives"));
    copyModel(content);
    Files.copy(Path.of("LICENSE"), content.resolve("LICENSE"));
    var parts = Parts.read(target.resolve("sbom/kelvin.cdx.json"), modules);
    parts.writeList(content.resolve("kelvin.cdx.json"));
    Notices.write(parts, modules, image.resolve("runtime"), content.resolve("THIRD-PARTY.txt"));
    date(image);
    System.out.printf("image: %,d bytes in %s%n", Folders.size(image), image);
  }

  /// The model alone: its recipe stands beside it and is for developers.
  private static void copyModel(Path content) throws IOException {
    var model = Path.of("models", "kelvin-tiny");
    Folders.copy(model, content.resolve(model));
  }

  /// Removes debug symbols from a library.
  private static void copyNatives(Path from, Path to) throws IOException, InterruptedException {
    Folders.copy(from, to);
    if (!Files.exists(to.resolve(System.mapLibraryName("onnxruntime")))) {
      throw new IOException(from + " has no native code for this system: run Maven again");
    }
    if (!System.getProperty("os.name").startsWith("Linux")) {
      return;
    }
    var runtime = to.resolveSibling("../runtime").normalize();
    for (var folder : List.of(to, runtime.resolve("lib"), runtime.resolve("lib/server"))) {
      try (var files = Files.list(folder)) {
        for (var file : files.filter(each -> each.toString().endsWith(".so")).toList()) {
          strip(file);
        }
      }
    }
    strip(runtime.resolve("bin/java"));
    strip(runtime.resolve("lib/jspawnhelper"));
  }

  private static void strip(Path library) throws IOException, InterruptedException {
    int code = new ProcessBuilder("strip", "--strip-unneeded", library.toString())
        .inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("strip failed on " + library);
    }
  }

  /// An even number of seconds, because zip files store dates in steps of two seconds.
  private static void date(Path image) throws IOException {
    var epoch = System.getenv("SOURCE_DATE_EPOCH");
    if (epoch == null) {
      throw new IOException("SOURCE_DATE_EPOCH is not set: seconds since 1970, for all files");
    }
    var date = FileTime.from(Instant.ofEpochSecond(Long.parseLong(epoch) / 2 * 2));
    try (Stream<Path> files = Files.walk(image)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, date);
      }
    }
  }
}
