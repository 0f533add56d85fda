package kelvin;

import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// The packages that may use each part of the JDK and of the libraries.
class LibraryUseTest {

  @Test
  void onlyTheOnnxAdapterUsesOnnxRuntime() {
    check(
        onlyIn("ai.onnxruntime..", "kelvin.onnx..")
            .because("native memory has one owner, and the runtime can be replaced there"));
  }

  @Test
  void onlyTheHuggingFaceAdapterUsesDjl() {
    check(
        onlyIn("ai.djl..", "kelvin.huggingface..")
            .because("the tokenizer library can be replaced there"));
  }

  @Test
  void onlyTheAdaptersToHubsAndServersUseTheNetwork() {
    for (var network : new String[] {"java.net.http..", "javax.net.."}) {
      check(
          onlyIn(network, "kelvin.hub.http..", "kelvin.remote.http..", "kelvin.web..")
              .because("there, one place decides what is sent to whom"));
    }
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("kelvin.hub.http..", "kelvin.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("kelvin.hub.http..")
            .because("commands and window know the port, and tests put another hub behind it"));
  }

  @Test
  void onlyTheWindowUsesJavaFx() {
    check(
        onlyIn("javafx..", "kelvin.ui..", "kelvin.app..")
            .because("the command line must start without JavaFX"));
  }

  @Test
  void onlyTheWindowUsesThemes() {
    check(onlyIn("atlantafx..", "kelvin.ui..", "kelvin.app..").because("they are JavaFX"));
  }

  @Test
  void onlyTheCommandLineUsesPicocli() {
    check(
        onlyIn("picocli..", "kelvin.cli..", "kelvin.app..")
            .because("options are a matter of the command line"));
  }

  @Test
  void onlyImportsAndTheCommandLineUseTheTableLibrary() {
    check(
        onlyIn("de.siegmar..", "kelvin.prompt.table..", "kelvin.cli..")
            .because("it can be replaced there"));
  }

  @Test
  void viewModelsDoNotKnowNodes() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .because("state and commands are tested without a window"));
  }

  @Test
  void viewsDoNotCallTheEngine() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "kelvin.engine..",
                "kelvin.inference..",
                "kelvin.onnx..",
                "kelvin.huggingface..",
                "kelvin.catalog..",
                "kelvin.remote..")
            .because("a view knows its view model and its controls"));
  }

  @Test
  void oneDoorLeadsToTheFxThread() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("kelvin.ui.fx..", "kelvin.app..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javafx.concurrent..")
            .because("the door keeps only the latest value, a queue of all of them floods"));
  }

  @Test
  void nothingUsesFxmlChartsOrWebViews() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.fxml..", "javafx.scene.chart..", "javafx.scene.web..")
            .because("views are plain Java, and charts are too slow for live data"));
  }

  @Test
  void nothingUsesAwt() {
    for (var forbidden : new String[] {"java.awt..", "javax.imageio..", "javax.swing.."}) {
      check(
          onlyIn(forbidden, "nowhere")
              .because("the window is JavaFX, and the installed program has no AWT"));
    }
  }

  @Test
  void onlyTheCommandLineUsesTheStandardStreams() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("kelvin.cli..", "kelvin.app..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .because("a library that prints cannot be used in a pipe or a window"));
  }

  @Test
  void threadsAreMadeInFewPlaces() {
    var elsewhere =
        noClasses()
            .that()
            .resideOutsideOfPackages("kelvin.engine..", "kelvin.ui.fx..", "kelvin.app..");
    check(
        elsewhere
            .should()
            .callConstructorWhere(
                DescribedPredicate.describe(
                    "a thread is made", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
            .orShould()
            .callMethod(Thread.class, "ofPlatform")
            .orShould()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executors.class)
            .because("executors are parameters, made once and shut down in order"));
  }

  @Test
  void nothingStaticChanges() {
    check(
        noFields()
            .that()
            .areStatic()
            .and()
            .areNotFinal()
            .and(writtenByPeople())
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("kelvin..")
            .because("what is shared is passed, so that two of a thing can live side by side"));
  }

  private static DescribedPredicate<JavaField> writtenByPeople() {
    return DescribedPredicate.describe(
        "written by people", field -> !field.getModifiers().contains(SYNTHETIC));
  }

  @Test
  void theCommandLineKnowsPortsAndNoAdapters() {
    check(
        noClasses()
            .that()
            .resideInAPackage("kelvin.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "kelvin.onnx..",
                "kelvin.huggingface..",
                "kelvin.catalog..",
                "kelvin.remote..",
                "kelvin.ui..")
            .because("a model loader is handed to it"));
  }

  private static ArchRule onlyIn(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(ArchitectureTest.CLASSES);
  }
}
