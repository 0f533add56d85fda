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
    "kelvin.ui.shell..", "kelvin.ui.control..", "kelvin.ui.fx..", "kelvin.ui.theme.."
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

  @Test
  void layersOnlyLookDown() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("app")
        .definedBy("kelvin.app..")
        .layer("cli")
        .definedBy("kelvin.cli..")
        .layer("shell")
        .definedBy("kelvin.ui.shell..")
        .layer("feature")
        .definedBy(resideInAPackage("kelvin.ui..").and(not(resideInAnyPackage(NO_FEATURES))))
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
        .layer("experiment")
        .definedBy("kelvin.experiment..")
        .layer("prompt")
        .definedBy("kelvin.prompt..")
        .layer("engine")
        .definedBy("kelvin.engine..")
        .layer("inference")
        .definedBy("kelvin.inference..")
        .layer("distribution")
        .definedBy("kelvin.distribution..")
        .layer("text")
        .definedBy("kelvin.text..")
        .layer("math")
        .definedBy("kelvin.math..")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("shell")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("feature")
        .mayOnlyBeAccessedByLayers("app", "shell")
        .whereLayer("control")
        .mayOnlyBeAccessedByLayers("app", "shell", "feature")
        .whereLayer("fx")
        .mayOnlyBeAccessedByLayers("app", "shell", "feature", "control")
        .whereLayer("theme")
        .mayOnlyBeAccessedByLayers("app", "shell", "feature", "control")
        .whereLayer("adapters")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("workspace")
        .mayOnlyBeAccessedByLayers("app", "cli", "shell", "feature")
        .whereLayer("experiment")
        .mayOnlyBeAccessedByLayers("app", "cli", "shell", "feature")
        .whereLayer("prompt")
        .mayOnlyBeAccessedByLayers("app", "cli", "shell", "feature", "workspace", "experiment")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("app", "cli", "shell", "feature", "workspace", "experiment")
        .whereLayer("inference")
        .mayOnlyBeAccessedByLayers(
            "app", "cli", "shell", "feature", "workspace", "adapters", "experiment", "engine")
        .whereLayer("distribution")
        .mayOnlyBeAccessedByLayers(
            "app",
            "cli",
            "shell",
            "feature",
            "control",
            "workspace",
            "adapters",
            "experiment",
            "engine",
            "inference")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers(
            "app",
            "cli",
            "shell",
            "feature",
            "control",
            "workspace",
            "prompt",
            "adapters",
            "experiment",
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
  void packagesOfTheWindowAreFreeOfCycles() {
    slices()
        .matching("kelvin.ui.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .because("a feature must be readable without its neighbours")
        .check(CLASSES);
  }

  @Test
  void allPackagesAreFreeOfCycles() {
    slices()
        .matching("kelvin.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a package must be readable without those that use it")
        .check(CLASSES);
  }
}
