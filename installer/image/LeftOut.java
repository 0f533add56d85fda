import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// Lists parts of modules that the image leaves out, and checks that nothing shipped uses them.
///
/// jlink can leave out only whole modules, and some are large: JavaFX requires `java.desktop`, but
/// uses it only to print and to read old formats of images.
final class LeftOut {

  /// Modules, and packages of modules including all subpackages.
  private static final List<String> PACKAGES =
      List.of(
          // AWT, Swing, sound, printing.
          "java.desktop",
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

  /// AtlantaFX's other themes: the window uses Primer.
  private static final List<String> FILES =
      List.of(
          "/atlantafx.base/atlantafx/base/theme/nord-*",
          "/atlantafx.base/atlantafx/base/theme/cupertino-*",
          "/atlantafx.base/atlantafx/base/theme/dracula*");

  /// Classes that name parts that are left out, in methods that nothing shipped calls: JNA gives the
  /// handle of a window of AWT.
  private static final Pattern UNCALLED = Pattern.compile("com/sun/jna/Native(\\$AWT)?\\.class");

  private LeftOut() {}

  /// The argument of jlink's `--exclude-resources`.
  static String patterns() throws IOException {
    var patterns = new ArrayList<String>(FILES);
    for (var name : PACKAGES) {
      patterns.add(pattern(moduleOf(name), folderOf(name)));
    }
    return String.join(",", patterns);
  }

  /// One file of each package stays, because jlink checks that a module has the packages it
  /// declares.
  private static String pattern(ModuleReference module, String folder) throws IOException {
    var kept = new TreeMap<String, String>();
    try (var reader = module.open();
        var names = reader.list()) {
      var files =
          names.filter(each -> each.startsWith(folder) && each.contains("/")).sorted().toList();
      // Prefers a class, because other files may be large pictures.
      files.stream().filter(name -> name.endsWith(".class")).forEach(name -> keep(kept, name));
      files.stream().filter(name -> !name.endsWith("/")).forEach(name -> keep(kept, name));
    }
    kept.keySet().retainAll(
        module.descriptor().packages().stream().map(name -> name.replace('.', '/')).toList());
    var unless =
        Stream.concat(Stream.of("module-info.class"), kept.values().stream())
            .filter(name -> name.startsWith(folder))
            .map(name -> Pattern.quote(name.substring(folder.length())) + "$")
            .collect(Collectors.joining("|"));
    var start = "/" + module.descriptor().name() + "/" + folder;
    return "regex:" + Pattern.quote(start) + "(?!" + unless + ").*";
  }

  private static ModuleReference moduleOf(String name) {
    var module = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    return ModuleFinder.ofSystem().find(module).orElseThrow();
  }

  /// The folder of a package in its module, with a slash at the end; empty for the whole module.
  private static String folderOf(String name) {
    return name.contains("/") ? name.substring(name.indexOf('/') + 1) + "/" : "";
  }

  private static void keep(Map<String, String> kept, String file) {
    kept.putIfAbsent(file.substring(0, file.lastIndexOf('/')), file);
  }

  /// @throws IOException if a class of these jars uses a part that is left out; the message names
  ///     it
  static void check(List<Path> jars) throws IOException {
    var packages = packages();
    for (var jar : jars) {
      try (var in = new ZipFile(jar.toFile())) {
        for (var entry : in.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
          if (!UNCALLED.matcher(entry.getName()).matches()) {
            check(entry.getName(), in.getInputStream(entry).readAllBytes(), packages);
          }
        }
      }
    }
  }

  private static void check(String name, byte[] bytes, Set<String> packages) throws IOException {
    for (var constant : ClassFile.of().parse(bytes).constantPool()) {
      if (constant instanceof ClassEntry used && packages.contains(packageOf(used))) {
        throw new IOException(
            name + " uses " + used.asInternalName() + ", which LeftOut takes out of the image");
      }
    }
  }

  private static String packageOf(ClassEntry used) {
    var element = used.asSymbol();
    while (element.isArray()) {
      element = element.componentType();
    }
    return element.packageName();
  }

  /// The names of all packages that are left out.
  private static Set<String> packages() {
    return PACKAGES.stream()
        .flatMap(
            name ->
                moduleOf(name).descriptor().packages().stream()
                    .filter(each -> (each.replace('.', '/') + "/").startsWith(folderOf(name))))
        .collect(Collectors.toSet());
  }

  /// Native code of AWT and of the preferences that it stores.
  static void deleteNatives(Path runtime) throws IOException {
    for (var name :
        List.of(
            "awt",
            "awt_headless",
            "jsound",
            "prefs",
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
