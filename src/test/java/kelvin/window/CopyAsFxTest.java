package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import kelvin.app.AppAccess;
import kelvin.cli.CliRun;
import kelvin.distribution.Dry;
import kelvin.distribution.FrequencyPenalty;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MinP;
import kelvin.distribution.PenaltyScope;
import kelvin.distribution.RepetitionPenalty;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SuppressedTokens;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.inference.StartToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A user who copies an answer as text gets that answer, and the copied command gives the same
/// numbers again.
class CopyAsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("Once upon a time");

  /// The window runs a text token by token, the command at once; the model computes in floats.
  private static final double SINGLE_PRECISION = 1e-5;

  private final OpenWindow window;

  CopyAsFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void aMarkdownTableListsTheFirstTokens() throws Exception {
    var lines = copy("markdown").lines().toList();

    assertEquals("| rank | token | id | model (τ = 1) % | at τ % | final % |", lines.getFirst());
    assertEquals(22, lines.size());
    assertTrue(lines.get(2).contains("`" + window.shown().textAtRank(1) + "`"), lines.get(2));
  }

  @Test
  void aLatexTableIsComplete() throws Exception {
    var text = copy("latex");

    assertTrue(text.startsWith("\\begin{tabular}{rlrrrr}"), text);
    assertTrue(text.endsWith("\\end{tabular}\n"), text);
    var rows = text.lines().filter(line -> line.endsWith("\\\\")).toList();
    assertEquals(21, rows.size(), text);
    for (int rank = 1; rank <= 20; rank++) {
      assertTrue(rows.get(rank).startsWith(rank + " & "), rows.get(rank));
      assertEquals(6, rows.get(rank).split("(?<!\\\\)&", -1).length, rows.get(rank));
    }
  }

  @Test
  void csvAndJsonHoldEveryToken() throws Exception {
    int count = window.shown().count();

    var csv = copy("csv");
    assertTrue(csv.startsWith("rank,id,token"));
    // Tokens may hold line breaks, which stand in quotes.
    assertEquals(count + 1, csv.replaceAll("\"[^\"]*\"", "").lines().count());
    var json = JsonParser.parseString(copy("json")).getAsJsonObject();
    assertEquals(count, json.getAsJsonArray("candidates").size());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theCommandGivesTheSameNumbersForEveryChain() throws Exception {
    for (var chain : chains()) {
      Fx.run(
          () -> {
            window.playground().sampling().chain().use(chain);
          });

      assertSameAnswer(chain.toString());
    }
  }

  private static List<SamplerChain> chains() {
    return List.of(
        SamplerPreset.HUGGING_FACE.chain(),
        SamplerPreset.LLAMA_CPP.chain(),
        SamplerPreset.VLLM.chain(),
        SamplerPreset.LLAMA_CPP.chain().with(new TopP(0.8)).with(new MinP(0.11)),
        SamplerChain.of(new Temperature(0.7), new TopP(0.9)),
        SamplerChain.of(new TopP(0.9), new Temperature(0.7)),
        SamplerChain.of(new TopK(3, TopK.Ties.EXACT), new Temperature(0)),
        SamplerChain.of(
            new LogitBias(
                List.of(
                    new LogitBias.Bias(List.of(17), -2.5),
                    new LogitBias.Bias(List.of(42), Double.NEGATIVE_INFINITY))),
            new Temperature(1.3)),
        SamplerChain.of(
            new LogitBias(List.of(new LogitBias.Bias(List.of(17, 18), 3))), new Temperature(1.3)),
        SamplerChain.of(new RepetitionPenalty(1.3, PenaltyScope.LAST_64), new Temperature(0.31)),
        SamplerChain.of(
            new SuppressedTokens(List.of(List.of(5))), new Dry(0.8, 1.75, 2, 0, List.of())));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theCommandGivesTheSameNumbersForEveryPrompt() throws Exception {
    for (var prompt :
        List.of(
            "it's \"quoted\" $HOME `id` \\",
            "two\nlines\n",
            "--json",
            "@file",
            " starts and ends with a space ",
            "café 😀 中文",
            "")) {
      window.type(prompt);
      window.waitForAnswer();

      assertSameAnswer(prompt);
    }
    Fx.run(
        () -> {
          window.playground().prompt().startTokenChoiceProperty().set(StartToken.NEVER);
        });
    window.type("No start token");
    window.waitForAnswer();
    assertSameAnswer("no start token");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theCommandGivesTheSameNumbersAfterStepsAndAtEarlierTokens() throws Exception {
    Fx.run(
        () -> {
          window
              .playground()
              .sampling()
              .chain()
              .use(SamplerChain.of(new FrequencyPenalty(1.5, PenaltyScope.OUTPUT)));
        });
    window.draw(4);
    assertSameAnswer("after four steps");
    Fx.run(
        () -> {
          window.playground().generation().selectedProperty().set(2);
        });
    window.waitForAnswer();
    assertSameAnswer("at the third step");
    Fx.run(
        () -> {
          var editor = window.find("prompt", TextArea.class);
          editor.requestFocus();
          editor.positionCaret(7);
        });
    window.waitForAnswer();
    assertSameAnswer("at an early token of the prompt");
  }

  @Test
  void thePythonProgramHoldsEveryDrawnTokenWithItsRandomNumber() throws Exception {
    Fx.run(
        () -> {
          window
              .playground()
              .sampling()
              .chain()
              .use(
                  SamplerChain.of(
                      new Dry(1, 2, 2, 0, List.of()), new Temperature(0.7), new TopP(0.9)));
        });
    window.draw(3);

    var text = copy("python");

    for (var step : window.steps()) {
      var line = "    (" + step.tokenId() + ", " + step.draw().u() + ", 0),";
      assertTrue(text.contains(line), text);
    }
    assertTrue(text.contains("[TemperatureLogitsWarper(0.7), TopPLogitsWarper(0.9)]"), text);
    assertTrue(text.lines().anyMatch(line -> line.startsWith("# ") && line.contains("dry")), text);
    assertEquals(List.of(), text.lines().filter(line -> line.startsWith("%")).toList());
  }

  private void assertSameAnswer(String what) throws Exception {
    var words = readByShell(copy("command"));
    assertEquals("kelvin", words.getFirst());
    var arguments = new ArrayList<>(words.subList(1, words.size()));
    arguments.addAll(List.of("--all", "--json"));
    var model = new SharedModel(new AtomicInteger());
    var run =
        new CliRun()
            .models((_, cancellation) -> model.load(AppAccess.bundledModel(), cancellation))
            .run(arguments.toArray(String[]::new));
    assertEquals(0, run.code(), what + ": " + arguments + run.err());
    var candidates = run.json().getAsJsonArray("candidates");
    var shown = window.shown().distribution();
    assertEquals(shown.logits().count(), candidates.size());
    for (var element : candidates) {
      var candidate = element.getAsJsonObject();
      int rank = shown.logits().rankOf(candidate.get("id").getAsInt());
      assertEquals(
          shown.finalProbability(rank),
          candidate.get("finalProbability").getAsDouble(),
          SINGLE_PRECISION,
          () -> what + ": " + candidate);
    }
  }

  private static List<String> readByShell(String line) throws Exception {
    var script = "set -- " + line + "\nprintf '%s\\0' \"$@\"";
    var process = new ProcessBuilder("sh").start();
    try (var input = process.getOutputStream()) {
      input.write(script.getBytes(StandardCharsets.UTF_8));
    }
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return List.of(text.substring(0, text.length() - 1).split("\0", -1));
  }

  /// The text on the clipboard after a command of Edit, Copy as.
  private String copy(String form) throws Exception {
    Fx.run(
        () -> {
          Clipboard.getSystemClipboard().clear();
          item("copy-as-" + form).fire();
        });
    window.waitUntil(() -> Clipboard.getSystemClipboard().hasString());
    return Fx.get(() -> Clipboard.getSystemClipboard().getString());
  }

  private MenuItem item(String id) {
    return ((MenuBar) window.root().lookup(".menu-bar"))
        .getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> "copy-as".equals(item.getId()))
            .flatMap(menu -> ((Menu) menu).getItems().stream())
            .filter(item -> id.equals(item.getId()))
            .findFirst()
            .orElseThrow();
  }
}
