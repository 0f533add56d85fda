import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds module descriptors to the libraries that have none, because jlink accepts no automatic
/// modules. They open and export everything, like automatic modules, and require what Kelvin needs.
final class Descriptors {

  private record Needs(String name, List<String> requires, List<String> uses) {}

  /// Keyed by the start of the jar's name. DJL looks up engines as services; there are none on
  /// purpose.
  private static final Map<String, Needs> NEEDS =
      Map.of(
          "api-",
          new Needs(
              "ai.djl.api",
              List.of("com.google.gson", "com.sun.jna", "org.slf4j", "java.desktop", "java.xml"),
              List.of(
                  "ai.djl.engine.EngineProvider",
                  "ai.djl.repository.RepositoryFactory",
                  "ai.djl.repository.zoo.ZooProvider")),
          "tokenizers-",
          new Needs(
              "ai.djl.tokenizers", List.of("ai.djl.api", "com.google.gson", "org.slf4j"), List.of()),
          "onnxruntime-",
          new Needs("com.microsoft.onnxruntime", List.of("java.logging"), List.of()),
          "jna-",
          new Needs("com.sun.jna", List.of("java.desktop", "java.logging"), List.of()));

  private Descriptors() {}

  /// The bytes of `module-info.class` for a jar of that name; empty if it already has one.
  ///
  /// @param packages all packages with classes
  static Optional<byte[]> of(String jar, Set<String> packages) {
    return NEEDS.keySet().stream()
        .filter(jar::startsWith)
        .findFirst()
        .map(key -> write(NEEDS.get(key), packages));
  }

  private static byte[] write(Needs needs, Set<String> packages) {
    var all = packages.stream().map(PackageDesc::of).toList();
    var module =
        ModuleAttribute.of(
            ModuleDesc.of(needs.name()),
            builder -> {
              builder.moduleFlags(AccessFlag.OPEN);
              builder.requires(ModuleDesc.of("java.base"), List.of(AccessFlag.MANDATED), null);
              needs.requires().forEach(
                  name -> builder.requires(ModuleDesc.of(name), List.of(AccessFlag.TRANSITIVE), null));
              all.forEach(each -> builder.exports(each, List.of()));
              needs.uses().forEach(name -> builder.uses(ClassDesc.of(name)));
            });
    return ClassFile.of().buildModule(module);
  }
}
