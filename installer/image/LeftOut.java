import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/// Lists parts of modules that the image leaves out, and checks that nothing shipped uses them.
///
/// jlink can leave out only whole modules, and some are large: `java.desktop` is needed for the
/// images from which PNG files are written, but consists mostly of Swing and AWT's windows.
final class LeftOut {

  /// Modules and packages, including all subpackages.
  private static final List<String> PACKAGES =
      List.of(
          // Swing.
          "java.desktop/javax/swing",
          "java.desktop/com/sun/java/swing",
          "java.desktop/com/sun/swing",
          "java.desktop/sun/swing",
          // AWT's windows, sound, printing: their native code is not shipped either.
          "java.desktop/sun/awt/X11",
          "java.desktop/com/sun/media/sound",
          "java.desktop/javax/sound",
          "java.desktop/sun/print",
          // AWT's fonts, whose native code is not shipped either: JavaFX has its own.
          "java.desktop/sun/font",
          // Style sheets, paths, schemas, catalogs and parsers for XML, and what keeps or writes a tree
          // of it; Kelvin writes SVG as a stream, and reads no XML.
          "java.xml/com/sun/org/apache/xalan",
          "java.xml/com/sun/org/apache/bcel",
          "java.xml/com/sun/org/apache/xpath",
          "java.xml/com/sun/org/apache/xml/internal/dtm",
          "java.xml/com/sun/org/apache/xml/internal/serialize",
          "java.xml/com/sun/org/apache/xml/internal/serializer",
          "java.xml/com/sun/org/apache/xerces/internal/impl/xpath",
          "java.xml/com/sun/org/apache/xerces/internal/impl/xs",
          "java.xml/com/sun/org/apache/xerces/internal/xinclude",
          "java.xml/com/sun/org/apache/xerces/internal/xpointer",
          "java.xml/com/sun/org/apache/xerces/internal/dom",
          "java.xml/com/sun/org/apache/xerces/internal/impl/dtd",
          "java.xml/com/sun/org/apache/xerces/internal/impl/dv",
          "java.xml/com/sun/org/apache/xerces/internal/impl/msg",
          "java.xml/com/sun/org/apache/xerces/internal/jaxp",
          "java.xml/com/sun/org/apache/xerces/internal/parsers",
          "java.xml/com/sun/org/apache/xerces/internal/xs",
          "java.xml/jdk/xml/internal/jdkcatalog",
          // A command for key stores, which is not shipped.
          "java.base/sun/security/tools/keytool");

  /// Pictures of documentation, and AtlantaFX's other themes: the window uses Primer.
  private static final List<String> FILES =
      List.of(
          "/java.desktop/**/doc-files/**",
          "/atlantafx.base/atlantafx/base/theme/nord-*",
          "/atlantafx.base/atlantafx/base/theme/cupertino-*",
          "/atlantafx.base/atlantafx/base/theme/dracula*");

  private LeftOut() {}

  /// The argument of jlink's `--exclude-resources`.
  static String patterns() throws IOException {
    var patterns = new ArrayList<String>(FILES);
    for (var name : PACKAGES) {
      int slash = name.indexOf('/');
      patterns.add(pattern(name.substring(0, slash), name.substring(slash + 1)));
    }
    return String.join(",", patterns);
  }

  /// One file of each package stays, because jlink checks that a module has the packages it
  /// declares.
  private static String pattern(String moduleName, String folder) throws IOException {
    var kept = new TreeMap<String, String>();
    var module = ModuleFinder.ofSystem().find(moduleName).orElseThrow();
    try (var reader = module.open();
        var names = reader.list()) {
      var files = names.filter(each -> each.startsWith(folder + "/")).sorted().toList();
      // Prefers a class, because other files may be large pictures.
      files.stream().filter(name -> name.endsWith(".class")).forEach(name -> keep(kept, name));
      files.stream().filter(name -> !name.endsWith("/")).forEach(name -> keep(kept, name));
    }
    kept.keySet().retainAll(
        module.descriptor().packages().stream().map(name -> name.replace('.', '/')).toList());
    var unless =
        kept.values().stream()
            .map(name -> Pattern.quote(name.substring(folder.length() + 1)) + "$")
            .collect(Collectors.joining("|"));
    return "regex:/" + Pattern.quote(moduleName + "/" + folder + "/") + "(?!" + unless + ").*";
  }

  private static void keep(Map<String, String> kept, String file) {
    kept.putIfAbsent(file.substring(0, file.lastIndexOf('/')), file);
  }

  /// @throws IOException if a class of these jars uses a part that is left out; the message names
  ///     it
  static void check(List<Path> jars) throws IOException {
    for (var jar : jars) {
      try (var in = new ZipFile(jar.toFile())) {
        for (var entry : in.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
          check(entry.getName(), in.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  private static void check(String name, byte[] bytes) throws IOException {
    for (var constant : ClassFile.of().parse(bytes).constantPool()) {
      if (constant instanceof ClassEntry used && isLeftOut(used.asInternalName())) {
        throw new IOException(
            name + " uses " + used.asInternalName() + ", which LeftOut takes out of the image");
      }
    }
  }

  private static boolean isLeftOut(String used) {
    return PACKAGES.stream()
        .map(name -> name.substring(name.indexOf('/') + 1) + "/")
        .anyMatch(used::startsWith);
  }

  /// Native code of AWT's windows, of its filters for images and of its JPEG files. Kelvin only writes
  /// PNG files with AWT, which needs none of it.
  static void deleteNatives(Path runtime) throws IOException {
    for (var name :
        List.of(
            "jsound",
            "splashscreen",
            "awt_xawt",
            "jawt",
            "fontmanager",
            "freetype",
            "lcms",
            "mlib_image",
            "javajpeg")) {
      Files.deleteIfExists(runtime.resolve("lib").resolve(System.mapLibraryName(name)));
      Files.deleteIfExists(runtime.resolve("bin").resolve(System.mapLibraryName(name)));
    }
  }

  /// Commands and files of a JDK that a program does not need.
  static void deleteTools(Path runtime) throws IOException {
    for (var name :
        List.of(
            "bin/keytool",
            "bin/keytool.exe",
            "bin/jrunscript",
            "bin/jrunscript.exe",
            "lib/classlist",
            "lib/jexec",
            "lib/jrt-fs.jar")) {
      Files.deleteIfExists(runtime.resolve(name));
    }
  }
}
