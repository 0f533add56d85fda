package kelvin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The packages and the arrows between them, as `docs/architecture.md` draws them.
class ArchitectureTest {

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPath(Path.of(System.getProperty("kelvin.home", ""), "target", "classes"));

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

  @Test
  void thereAreClassesToCheck() {
    assertTrue(CLASSES.size() > 50);
  }

  @Test
  void testsRunInOurNamedModule() {
    // A silent fall back to the class path would leave the module declaration untested.
    assertEquals("kelvin", ArchitectureTest.class.getModule().getName());
  }

  /// Every line says who may look at a layer from above; whoever is not named may not.
  @Test
  void layersOnlyLookDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("app")
        .definedBy("kelvin.app..")
        .layer("cli")
        .definedBy("kelvin.cli..")
        .layer("opening")
        .definedBy("kelvin.opening..")
        .layer("shell")
        .definedBy("kelvin.ui.shell..")
        .layer("session")
        .definedBy("kelvin.ui.session..")
        .layer("playground")
        .definedBy("kelvin.ui.playground..")
        .layer("feature")
        .definedBy(resideInAPackage("kelvin.ui..").and(not(resideInAnyPackage(NO_FEATURES))))
        .layer("plot")
        .definedBy("kelvin.ui.plot..", "kelvin.ui.text..")
        .layer("control")
        .definedBy("kelvin.ui.control..")
        .layer("fx")
        .definedBy("kelvin.ui.fx..")
        .layer("theme")
        .definedBy("kelvin.ui.theme..")
        .layer("adapters")
        .definedBy("kelvin.onnx..", "kelvin.huggingface..", "kelvin.catalog..")
        .layer("workspace")
        .definedBy("kelvin.workspace..")
        .layer("prompt")
        .definedBy("kelvin.prompt..")
        .layer("engine")
        .definedBy("kelvin.engine..")
        .layer("inference")
        .definedBy("kelvin.inference..")
        .layer("distribution")
        .definedBy("kelvin.distribution..")
        .layer("display")
        .definedBy("kelvin.display..")
        .layer("text")
        .definedBy("kelvin.text..")
        .layer("math")
        .definedBy("kelvin.math..")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("opening")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("shell")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("session")
        .mayOnlyBeAccessedByLayers("app", "shell")
        .whereLayer("playground")
        .mayOnlyBeAccessedByLayers("app", "shell", "session")
        .whereLayer("feature")
        .mayOnlyBeAccessedByLayers("app", "shell", "session", "playground")
        .whereLayer("plot")
        .mayOnlyBeAccessedByLayers("app", "shell", "session", "playground", "feature")
        .whereLayer("control")
        .mayOnlyBeAccessedByLayers("app", "shell", "session", "playground", "feature", "plot")
        .whereLayer("fx")
        .mayOnlyBeAccessedByLayers(
            "app", "shell", "session", "playground", "feature", "plot", "control")
        .whereLayer("theme")
        .mayOnlyBeAccessedByLayers(
            "app", "shell", "session", "playground", "feature", "plot", "control")
        .whereLayer("adapters")
        .mayOnlyBeAccessedByLayers("opening")
        .whereLayer("workspace")
        .mayOnlyBeAccessedByLayers("app", "cli", "session", "shell", "playground", "feature")
        .whereLayer("prompt")
        .mayOnlyBeAccessedByLayers(
            "app", "cli", "shell", "session", "playground", "feature", "workspace")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers(
            "app", "cli", "shell", "session", "playground", "feature", "workspace")
        .whereLayer("inference")
        .mayOnlyBeAccessedByLayers(
            "app",
            "cli",
            "opening",
            "shell",
            "session",
            "playground",
            "feature",
            "workspace",
            "adapters",
            "engine")
        .whereLayer("distribution")
        .mayOnlyBeAccessedByLayers(
            "app",
            "cli",
            "shell",
            "session",
            "playground",
            "feature",
            "plot",
            "control",
            "workspace",
            "adapters",
            "engine",
            "inference")
        .whereLayer("display")
        .mayOnlyBeAccessedByLayers(
            "app", "cli", "shell", "feature", "control", "theme", "workspace")
        .whereLayer("display")
        .mayOnlyAccessLayers("text")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers(
            "app",
            "cli",
            "opening",
            "shell",
            "session",
            "playground",
            "feature",
            "plot",
            "control",
            "workspace",
            "prompt",
            "display",
            "adapters",
            "engine",
            "inference",
            "distribution")
        .whereLayer("math")
        .mayOnlyBeAccessedByLayers("distribution")
        .because("what is below must not change when something above does")
        .check(CLASSES);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    slices()
        .matching("kelvin.(onnx|huggingface|catalog)..")
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
