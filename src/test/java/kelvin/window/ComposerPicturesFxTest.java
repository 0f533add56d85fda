package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import kelvin.display.Theme;
import kelvin.prompt.Composition;
import kelvin.prompt.Example;
import kelvin.prompt.Layout;
import kelvin.prompt.task.TaskLibrary;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.task.FakeComposerFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws the ways to compose a prompt as they are looked at before a release.
class ComposerPicturesFxTest {

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 900, 600", "DARK, 900, 600"})
  void aZeroShotTaskWithLabels(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      window.show(theme);
      open(window, "sentiment");
      show(window, Composition.ZERO_SHOT);

      PictureFile.save(
          window.picture(), "compose-zero-shot-%s-%dx%d".formatted(theme, width, height));

      assertTrue(Fx.get(() -> window.playground().labels().presentProperty().get()));
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 900, 600", "DARK, 900, 600"})
  void fiveExamplesAndWhatEachDoes(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      window.show(theme);
      open(window, "opposites");
      Fx.run(
          () -> {
            var fewShot = window.playground().prompt().fewShot();
            fewShot.replaceAll(fewShot.promptProperty().get().examples().subList(0, 5));
            fewShot.shotsProperty().set(4);
          });
      settle(window);

      PictureFile.save(
          window.picture(), "compose-few-shot-%s-%dx%d".formatted(theme, width, height));

      assertEquals(4, effects(window));
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 900, 600"})
  void labelsOfSeveralTokensSideBySide(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      window.show(theme);
      open(window, "sentiment");
      Fx.run(
          () -> {
            var labels = List.of("positive", "negative", "neither good nor bad", "unbelievable");
            var answers = new Answers(labels, Optional.of("negative"), false);
            window.playground().prompt().composer().answers().set(answers);
            window.playground().labels().comparingProperty().set(true);
          });
      settle(window);

      PictureFile.save(window.picture(), "compose-labels-%s-%dx%d".formatted(theme, width, height));

      assertFalse(Fx.get(() -> window.playground().labels().staleProperty().get()));
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 900, 600"})
  void findingsWithTheirMeasuredFixes(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      window.show(theme);
      open(window, "sentiment");
      Fx.run(
          () -> {
            var prompt = window.playground().prompt();
            prompt.replaceText("The movie was terrible and I hated it. I felt ");
            var answers =
                new Answers(List.of("happy", "sad", "so very angry"), Optional.of("sad"), false);
            prompt.composer().answers().set(answers);
          });
      var items = window.playground().prompt().lint().items();
      window.waitUntil(() -> items.stream().anyMatch(item -> !item.effect().isEmpty()));
      settle(window);

      PictureFile.save(window.picture(), "compose-lint-%s-%dx%d".formatted(theme, width, height));

      assertEquals("trailing-space", items.getFirst().finding().rule().label());
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 900, 600"})
  void anOwnLayoutWithVisibleWhiteSpace(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      window.show(theme);
      show(window, Composition.FEW_SHOT);
      Fx.run(
          () -> {
            var fewShot = window.playground().prompt().fewShot();
            fewShot.layoutProperty().set(Layout.of("[{x}]\n=> {y}", "\n\n"));
            fewShot.addAll(List.of(new Example("two\nlines", "one")));
          });
      settle(window);

      PictureFile.save(window.picture(), "compose-layout-%s-%dx%d".formatted(theme, width, height));

      assertEquals("[{x}]⏎=> {y}", window.find("layout-template", TextField.class).getText());
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void aTableBeforeItIsImported(Theme theme, @TempDir Path folder) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      window.show(theme);
      show(window, Composition.FEW_SHOT);
      var files = new FakeComposerFiles();
      files.table =
          Files.writeString(
              folder.resolve("reviews.csv"),
              """
              id,review,stars,sentiment
              1,"A film, to put it mildly, for nobody",1,negative
              2,Lovely from the first minute to the last,5,positive
              3,I slept
              4,"Two
              lines",3,neutral
              5,Never again!,1,negative
              """);
      Fx.run(
          () -> {
            window.playground().prompt().tasks().setFiles(files, folder);
          });
      window.robot().clickOn("#import-examples");
      window.waitUntil(() -> Window.getWindows().size() > 1);
      Fx.settle();
      var dialog = Window.getWindows().getLast();
      window.waitUntil(() -> dialog.getScene().lookup("#import-warnings").isVisible());

      PictureFile.save(
          Fx.get(() -> dialog.getScene().snapshot(null)), "compose-import-%s".formatted(theme));

      Fx.run(
          () -> {
            dialog.hide();
          });
      assertEquals(4, window.playground().prompt().fewShot().rows().size());
    }
  }

  @Test
  void aTextHasLabelsToo() throws Exception {
    try (var window = OpenWindow.onBundledModel("The sky is", 1280, 800)) {
      window.robot().clickOn("#open-labels").write("blue, red, green\n");
      settle(window);

      PictureFile.save(window.picture(), "compose-text");

      assertTrue(Fx.get(() -> window.playground().labels().presentProperty().get()));
    }
  }

  private static void open(OpenWindow window, String task) throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().tasks().open(TaskLibrary.find(task).orElseThrow());
        });
    settle(window);
  }

  private static void show(OpenWindow window, Composition way) throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().compositionProperty().set(way);
        });
    settle(window);
  }

  private static long effects(OpenWindow window) {
    return Fx.get(
        () -> window.playground().prompt().effects().effectsProperty().get().changes().size());
  }

  /// Waits for everything that is asked about the prompt.
  private static void settle(OpenWindow window) throws Exception {
    window.waitForAnswer();
    window.waitUntil(
        () ->
            !window.playground().labels().staleProperty().get()
                && !window.playground().prompt().effects().staleProperty().get());
  }
}
