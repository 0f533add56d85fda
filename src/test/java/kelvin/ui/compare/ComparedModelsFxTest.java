package kelvin.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import kelvin.cli.CliRun;
import kelvin.display.Compared;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.opening.ModelOpener;
import kelvin.ui.compare.figure.ComparisonFigure;
import kelvin.ui.compare.model.OtherModel.State;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.playground.Page;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A model for each side in the real window. If these fail, a user compares other models than those
/// on show, or gets other numbers than from `kelvin compare`.
class ComparedModelsFxTest {

  private static final String TEXT = "the cat and the hat";

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("She saw a big");

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;
  private final CompareViewModel compare;

  ComparedModelsFxTest(OpenWindow window) {
    this.window = window;
    compare = window.playground().pages().compare();
  }

  private Path toy(String name, long seed) throws Exception {
    return ToyFolder.write(folder.resolve(name), ToyModel.small(seed));
  }

  private void showThePage() throws Exception {
    Fx.run(
        () -> {
          window.playground().pages().pageProperty().set(Page.COMPARE);
        });
  }

  private void choose(Path model) throws Exception {
    Fx.run(
        () -> {
          compare.choose(compare.b(), Optional.of(model));
        });
    window.waitUntil(
        () ->
            compare.models().b().otherProperty().get() != null
                && compare.models().b().otherProperty().get().stateProperty().get() == State.OPEN);
  }

  private static JsonObject command(Path model, Path against, Path cache) {
    return new CliRun()
        .models(ModelOpener.withoutTrial(1, cache))
        .run(
            "compare",
            "--model",
            model.toString(),
            "--against",
            against.toString(),
            "--prompt",
            TEXT,
            "--json")
        .json();
  }

  /// The saved file of what is shown over the text.
  private String saved(FigureFormat format) throws Exception {
    var file = folder.resolve("comparison" + format.ending());
    Fx.run(
        () -> {
          window
              .labExports()
              .comparisons()
              .save(
                  new ComparisonFigure(
                      compare.pairedModels().overText().resultProperty().get(),
                      compare.pairedModels().overText().shadeProperty().get(),
                      compare.unit().getValue()),
                  format,
                  file);
        });
    window.waitUntil(() -> Files.exists(file));
    return Files.readString(file);
  }

  @Test
  void twoModelsWithTheSameTokensGiveTheNumbersOfTheCommand() throws Exception {
    var one = toy("one", 1);
    var two = toy("two", 2);
    window.open(one);
    window.waitUntil(() -> window.playground().model().nameProperty().get().equals("one"));
    window.type(TEXT);
    showThePage();
    assertFalse(window.isShown("compare-text"));
    choose(two);
    assertEquals(TEXT, Fx.get(() -> compare.b().textProperty().get()));

    window.waitUntil(() -> compare.differenceProperty().get() != null);
    assertNull(Fx.get(() -> compare.charactersProperty().get()));

    window.robot().clickOn("#compare-text");
    window.waitUntil(() -> compare.pairedModels().overText().resultProperty().get() != null);
    var expected = command(one, two, folder.resolve("cache"));
    var shown = Fx.get(() -> compare.pairedModels().overText().resultProperty().get());
    var positions = expected.getAsJsonArray("positions");
    var tokens = shown.comparison().text().orElseThrow().tokens();
    assertEquals(positions.size(), tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      var token = positions.get(i).getAsJsonObject();
      assertEquals(token.get("kl").getAsDouble(), tokens.get(i).divergence().kl(), 1e-6);
      assertEquals(token.get("logProbability").getAsDouble(), tokens.get(i).logProbability(), 1e-6);
      assertEquals(token.get("rankOfOtherTop").getAsInt(), tokens.get(i).rankOfOtherTop());
    }
    assertTrue(tokens.stream().anyMatch(token -> token.divergence().kl() > 0.01));
    assertEquals(
        tokens.size(), window.find("compare-positions", TableView.class).getItems().size());

    var json = JsonParser.parseString(saved(FigureFormat.JSON)).getAsJsonObject();
    assertEquals(expected.get("meanKl").getAsDouble(), json.get("meanKl").getAsDouble(), 1e-6);
    assertEquals(expected.keySet(), json.keySet());
    assertEquals(tokens.size() + 1, saved(FigureFormat.CSV).lines().count());
    assertTrue(saved(FigureFormat.SVG).contains("OVER A TEXT"));
    assertEquals(expected.get("firstFlippedDraw"), json.get("firstFlippedDraw"));
    assertTrue(
        window
            .text("compare-text-totals")
            .contains(
                shown
                    .comparison()
                    .text()
                    .orElseThrow()
                    .drawSentence(shown.vocabulary(), "A", "B")));

    Fx.run(
        () -> {
          window
              .labExports()
              .comparisons()
              .copy(compare.pairedModels().commandOverText().orElseThrow());
        });
    assertEquals(
        "kelvin compare --model=" + one + " --against=" + two + " '--prompt=" + TEXT + "' --json",
        Fx.get(() -> Clipboard.getSystemClipboard().getString()));

    int at = tokens.get(3).position();
    Fx.run(
        () -> {
          compare.pairedModels().overText().look(at);
        });
    window.waitUntil(
        () ->
            compare.comparedProperty().get() == Compared.TOKEN
                && compare.differenceProperty().get() != null
                && Math.abs(
                        compare.differenceProperty().get().divergence().kl()
                            - tokens.get(3).divergence().kl())
                    < 1e-6);
  }

  @Test
  void anotherSeedCountsFromTheNextComparisonOnAndTheWindowSaysSo() throws Exception {
    window.open(toy("one", 1));
    window.waitUntil(() -> window.playground().model().nameProperty().get().equals("one"));
    window.type(TEXT);
    showThePage();
    choose(toy("two", 2));
    window.robot().clickOn("#compare-text");
    var overText = compare.pairedModels().overText();
    window.waitUntil(() -> overText.resultProperty().get() != null);
    assertEquals("", window.text("compare-text-draws"));
    long before = Fx.get(() -> overText.resultProperty().get().asked().draws().seed());

    Fx.run(
        () -> {
          window.playground().sampling().seedProperty().set(5);
        });
    assertTrue(window.text("compare-text-draws").contains("has changed since"));
    assertEquals(before, Fx.get(() -> overText.resultProperty().get().asked().draws().seed()));

    Fx.run(overText::start);
    window.waitUntil(() -> overText.resultProperty().get().asked().draws().seed() == 5);
    assertEquals("", window.text("compare-text-draws"));
    assertTrue(
        Fx.get(() -> compare.pairedModels().commandOverText().orElseThrow().line())
            .contains(" --seed=5 "));
  }

  @Test
  void modelsWithOtherTokensAreComparedByTheNextCharacterAndByBitsPerByte() throws Exception {
    var toy = toy("toy", 3);
    window.type(TEXT);
    showThePage();
    choose(toy);

    window.waitUntil(() -> compare.charactersProperty().get() != null);
    assertNull(Fx.get(() -> compare.differenceProperty().get()));
    window.waitUntil(
        () ->
            window.root().lookup("#compare-characters-sentence") instanceof Labeled said
                && said.getText().contains("different tokens"));

    window.robot().clickOn("#compare-text");
    window.waitUntil(() -> compare.pairedModels().overText().resultProperty().get() != null);
    var comparison =
        Fx.get(() -> compare.pairedModels().overText().resultProperty().get().comparison());
    assertTrue(comparison.text().isEmpty());
    assertEquals(
        Fx.get(() -> compare.charactersProperty().get().totalVariation()),
        comparison.next().orElseThrow().totalVariation(),
        1e-6);
    assertTrue(window.text("compare-text-totals").contains("Bits per byte: A "));

    Fx.run(
        () -> {
          window.session().undo();
        });
    window.waitUntil(() -> compare.models().b().otherProperty().get() == null);
    assertTrue(Fx.get(() -> compare.models().b().runsOnProperty().get().ready()));
    assertNotNull(Fx.get(() -> compare.b().vocabulary()));
  }
}
