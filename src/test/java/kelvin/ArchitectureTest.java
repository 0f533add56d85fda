package kelvin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The packages and the arrows between them, as `docs/architecture.md` draws them.
class ArchitectureTest {

  static final JavaClasses CLASSES =
      ArchConfiguration.withThreadLocalScope(ArchitectureTest::importClasses);

  private static final String[] NO_FEATURES = {
    "kelvin.ui.shell..",
    "kelvin.ui.session..",
    "kelvin.ui.playground..",
    "kelvin.ui.text..",
    "kelvin.ui.plot..",
    "kelvin.ui.control..",
    "kelvin.ui.fx..",
    "kelvin.ui.theme.."
  };

  /// The layers of the window, those above first.
  private static final List<String> WINDOW = List.of("shell", "session", "playground", "feature");

  /// Reads our classes. Of the JDK and the libraries the rules need only names and packages, so
  /// those are not read, which would take longer than our own. The exception has the subclasses of
  /// `Thread`.
  private static JavaClasses importClasses(ArchConfiguration configuration) {
    configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
    configuration.setClassResolverArguments("java.util.concurrent");
    return new ClassFileImporter()
        .importPath(Path.of(System.getProperty("kelvin.home", ""), "target", "classes"));
  }

  @Test
  void thereAreClassesToCheck() {
    assertTrue(CLASSES.size() > 50);
  }

  @Test
  void testsRunInOurNamedModule() {
    // A silent fall back to the class path would leave the module declaration untested.
    assertEquals("kelvin", ArchitectureTest.class.getModule().getName());
  }

  /// Each line says who may look at a layer from above; whoever is not named may not.
  @Test
  void layersOnlyLookDown() {
    var rule =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("feature")
            .definedBy(resideInAPackage("kelvin.ui..").and(not(resideInAnyPackage(NO_FEATURES))))
            .layer("plot")
            .definedBy("kelvin.ui.plot..", "kelvin.ui.text..")
            .layer("adapters")
            .definedBy(
                "kelvin.onnx..", "kelvin.huggingface..", "kelvin.catalog..", "kelvin.remote..");
    for (var name : List.of("shell", "session", "playground", "control", "fx", "theme")) {
      rule = rule.layer(name).definedBy("kelvin.ui." + name + "..");
    }
    for (var name :
        List.of(
            "app",
            "cli",
            "opening",
            "experiment",
            "workspace",
            "display",
            "hub",
            "web",
            "prompt",
            "engine",
            "proof",
            "inference",
            "distribution",
            "text",
            "math")) {
      rule = rule.layer(name).definedBy("kelvin." + name + "..");
    }
    var faces = join(WINDOW, "app", "cli");
    var painters = join(WINDOW, "app", "plot");
    rule.whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("opening")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("adapters")
        .mayOnlyBeAccessedByLayers("opening")
        .whereLayer("shell")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("app", "shell")
        .whereLayer("playground")
        .mayOnlyBeAccessedByLayers("app", "shell", "session")
        .whereLayer("feature")
        .mayOnlyBeAccessedByLayers("app", "shell", "session", "playground")
        .whereLayer("plot")
        .mayOnlyBeAccessedByLayers(join(WINDOW, "app"))
        .whereLayer("control")
        .mayOnlyBeAccessedByLayers(painters)
        .whereLayer("fx")
        .mayOnlyBeAccessedByLayers(join(painters, "control"))
        .whereLayer("theme")
        .mayOnlyBeAccessedByLayers(join(painters, "control"))
        .whereLayer("workspace")
        .mayOnlyBeAccessedByLayers(join(faces, "opening"))
        .whereLayer("experiment")
        .mayOnlyBeAccessedByLayers(join(faces, "workspace", "plot"))
        .whereLayer("hub")
        .mayOnlyBeAccessedByLayers(faces)
        .whereLayer("hub")
        .mayOnlyAccessLayers("inference", "text", "web")
        .whereLayer("web")
        .mayOnlyBeAccessedByLayers("app", "hub", "opening", "adapters")
        .whereLayer("web")
        .mayOnlyAccessLayers("inference")
        .whereLayer("prompt")
        .mayOnlyBeAccessedByLayers(join(faces, "workspace", "experiment"))
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers(join(faces, "workspace", "experiment"))
        .whereLayer("proof")
        .mayOnlyBeAccessedByLayers("opening", "adapters", "engine")
        .whereLayer("inference")
        .mayOnlyBeAccessedByLayers(
            join(
                faces,
                "opening",
                "hub",
                "web",
                "workspace",
                "experiment",
                "prompt",
                "adapters",
                "engine",
                "proof"))
        .whereLayer("distribution")
        .mayOnlyBeAccessedByLayers(
            join(
                faces,
                "plot",
                "control",
                "workspace",
                "adapters",
                "experiment",
                "engine",
                "inference"))
        .whereLayer("display")
        .mayOnlyBeAccessedByLayers(join(faces, "plot", "control", "theme", "workspace"))
        .whereLayer("display")
        .mayOnlyAccessLayers("text")
        .whereLayer("math")
        .mayOnlyBeAccessedByLayers("distribution")
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .because("what is below must not change when something above does")
        .check(CLASSES);
  }

  private static String[] join(String[] some, String... more) {
    return join(List.of(some), more);
  }

  private static String[] join(List<String> some, String... more) {
    return Stream.concat(some.stream(), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    slices()
        .matching("kelvin.(onnx|huggingface|catalog|remote)..")
        .should()
        .notDependOnEachOther()
        .because("each of them can then be replaced alone")
        .check(CLASSES);
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices()
        .matching("kelvin.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package must be readable without those that use it")
        .check(CLASSES);
  }
}
