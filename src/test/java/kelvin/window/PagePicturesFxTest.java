package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import kelvin.display.Compared;
import kelvin.display.Theme;
import kelvin.engine.inside.Analogies;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.SweepKind;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.playground.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws the pages beside the playground, as they are looked at before a release, into
/// `target/pictures`.
class PagePicturesFxTest {

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 900, 600", "DARK, 900, 600"})
  void theLabFromItsFirstSightToItsResults(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time", width, height)) {
      window.show(theme);
      compose(window);
      open(window, Page.LAB);
      var lab = window.playground().pages().lab();
      save(window.picture(), "lab-first-sight", theme, width, height);
      Fx.run(
          () -> {
            lab.form().answerProperty().set("5");
          });
      window.waitUntil(() -> lab.estimate().textProperty().get().contains("tokens"));
      save(window.picture(), "lab-empty", theme, width, height);

      for (var kind : SweepKind.ALL) {
        Fx.run(
            () -> {
              lab.form().kindProperty().set(kind);
              lab.start();
            });
        if (kind == SweepKind.ORDER) {
          window.waitUntil(
              () -> lab.progressProperty().get() > 0.1 || !lab.runningProperty().get());
          save(window.picture(), "lab-running", theme, width, height);
        }
        window.waitUntil(() -> !lab.runningProperty().get());
        save(window.picture(), "lab-" + kind.label(), theme, width, height);
      }

      assertEquals(SweepKind.ALL.size(), lab.results().size());
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "PROJECTOR, 1280, 800", "LIGHT, 1024, 700"})
  void theNearestTokensAndTheMap(Theme theme, int width, int height) throws Exception {
    try (var window =
        OpenWindow.onBundledModel("Once upon a time there was a little", width, height)) {
      window.show(theme);
      var pages = window.playground().pages();
      var inside = pages.inside();
      Fx.run(pages::showEmbeddings);
      window.waitUntil(() -> !inside.map().pictureProperty().get().isEmpty());
      save(window.picture(), "embeddings-first-sight", theme, width, height);
      Fx.run(
          () -> {
            inside.map().showRelation(Analogies.bundled().relations().get(1));
            inside.neighbors().typedProperty().set("king - man + woman");
            inside.neighbors().lookAtTyped();
            inside.neighbors().measure();
          });
      window.waitUntil(
          () ->
              inside.map().pictureProperty().get().count() == 16
                  && !inside.neighbors().scoresProperty().get().isEmpty());
      Fx.run(
          () -> {
            var places = inside.map().pictureProperty().get().points();
            inside.map().selectedProperty().set(Set.of(places.get(4).id(), places.get(5).id()));
          });
      save(window.picture(), "embeddings", theme, width, height);

      assertEquals(16, inside.map().pictureProperty().get().count());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1280, 800",
    "DARK, 1280, 800",
    "PROJECTOR, 1280, 800",
    "LIGHT, 1024, 700",
    "LIGHT, 800, 600",
    "DARK, 800, 600"
  })
  void twoPromptsSideBySide(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time", width, height)) {
      window.show(theme);
      compose(window);
      open(window, Page.COMPARE);
      var compare = window.playground().pages().compare();
      save(window.picture(), "compare-empty", theme, width, height);
      Fx.run(
          () -> {
            compare.takePrompt(compare.b());
          });
      window.waitUntil(() -> compare.differenceProperty().get() != null);
      save(window.picture(), "compare-same", theme, width, height);
      Fx.run(
          () -> {
            compare.takeZeroShot(compare.b());
          });
      window.waitUntil(
          () ->
              !compare.b().staleProperty().get()
                  && compare.differenceProperty().get().divergence().kl() > 0);
      save(window.picture(), "compare", theme, width, height);
      Fx.run(
          () -> {
            window.find("compare-b-sampling", ToggleButton.class).fire();
            compare.b().sampling().topKProperty().set(40);
          });
      save(window.picture(), "compare-sampling", theme, width, height);
      Fx.run(
          () -> {
            compare.comparedProperty().set(Compared.LABELS);
          });
      save(window.picture(), "compare-no-labels", theme, width, height);
      Fx.run(
          () -> {
            window
                .playground()
                .prompt()
                .composer()
                .answers()
                .set(new Answers(List.of("5", "6", "8"), Optional.of("6"), false));
          });
      window.waitUntil(
          () ->
              compare.b().labels().onShowProperty().get() != null
                  && compare.a().labels().onShowProperty().get() != null);
      save(window.picture(), "compare-labels", theme, width, height);
      Fx.run(
          () -> {
            compare.comparedProperty().set(Compared.ANSWERS);
          });
      window.waitUntil(() -> compare.a().answers().hasEnded() && compare.b().answers().hasEnded());
      window.waitUntil(
          () ->
              compare.pairedAnswers().rowsProperty().get().stream()
                  .noneMatch(row -> Double.isNaN(row.change())));
      save(window.picture(), "compare-answers", theme, width, height);

      assertTrue(compare.pairedAnswers().rowsProperty().get().size() > 1);
    }
  }

  private static void compose(OpenWindow window) throws Exception {
    var prompt =
        new FewShotPrompt(
            "",
            List.of(
                new Example("1 ~ 1", "2"),
                new Example("4 ~ 3", "7"),
                new Example("2 ~ 6", "8"),
                new Example("5 ~ 1", "6"),
                new Example("3 ~ 6", "9")),
            5,
            Layout.ALL.getFirst(),
            "2 ~ 3");
    Fx.run(
        () -> {
          window
              .playground()
              .prompt()
              .composer()
              .take(new Trial(prompt, List.of(), Optional.empty(), false));
        });
    window.waitForAnswer();
  }

  private static void open(OpenWindow window, Page page) {
    Fx.run(
        () -> {
          window.playground().pages().pageProperty().set(page);
        });
  }

  private static void save(Image picture, String name, Theme theme, int width, int height)
      throws Exception {
    PictureFile.save(picture, "%s-%s-%dx%d".formatted(name, theme, width, height));
  }
}
