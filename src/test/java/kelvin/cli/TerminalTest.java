package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Models, tasks and files with names that a terminal would obey.
///
/// If these tests fail, a downloaded model can clear a user's terminal, write lines that Kelvin
/// never said, or set the title and the clipboard.
final class TerminalTest {

  /// Clears the screen in two ways, begins a line, turns the order of the text, rings.
  private static final String NAME = "evil\u001b[2J\u009b2J\nkelvin: \u202edoog\u0007";

  private static final String SHOWN = "evil␛[2J⟨U+009B⟩2J⏎kelvin: ⟨U+202E⟩doog␇";

  @TempDir private Path folder = Path.of("");
  private String task = "";

  @BeforeEach
  void writeTask() throws Exception {
    var escaped = "evil\\u001b[2J\\u009b2J\\nkelvin: \\u202edoog\\u0007";
    var text =
        LetterTask.TEXT
            .replace("Letters", escaped)
            .replace("\"b\"", "\"b\\u001b\"")
            .replace("\"1\"", "\"1\\u009b\"");
    task = Files.writeString(folder.resolve("task.json"), text).toString();
  }

  private static LoadedModel evilModel() {
    var fake = new FakeLanguageModel(() -> {}, 0);
    return new LoadedModel(new Named(fake), new FakeTokenizer(List.of(0)));
  }

  private CliRun.Outcome run(boolean onTerminal, List<String> arguments) {
    var run = new CliRun().models((_, _) -> evilModel());
    return (onTerminal ? run.onTerminal() : run).run(arguments.toArray(String[]::new));
  }

  private List<String> arguments(String line) {
    var arguments = new ArrayList<String>();
    for (var word : line.split(" ", -1)) {
      arguments.add(word.replace("TASK", task).replace("EVIL", NAME).replace("SUB", "\u001a"));
    }
    return arguments;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "next --prompt aEVIL --watch EVIL",
        "next --prompt a --all",
        "score aEVIL",
        "generate --prompt SUB --draw greedy --max-tokens 5",
        "label --prompt a --label bEVIL --label c",
        "label --task TASK --shots 1",
        "answers --prompt aEVIL --stop-text EVIL --budget 5",
        "answers --prompt a --stop-text d --budget 5",
        "evaluate TASK",
        "evaluate EVIL",
        "evaluate TASK --x EVIL",
        "prompt TASK --shots 1",
        "prompt TASK --check",
        "sweep TASK --at 0,1 --draws 1 --progress",
        "sweep TASK --kind order --shots 2",
        "sweep TASK --kind leave-one-out --shots 2",
        "inspect",
        "sampler --as EVIL",
        "sampler --sampler-file EVIL",
        "next --prompt-file EVIL",
        "next --logits-file EVIL",
        "next --prompt a --temperature EVIL",
        "next --prompt a --draw EVIL",
        "prompt EVIL",
        "label --task EVIL",
        "sweep EVIL",
        "sweep TASK --kind EVIL",
        "render --prompt a -o EVIL.txt",
        "render --sweep EVIL -o a.png",
        "render --evaluation EVIL -o a.png",
        "EVIL",
      })
  void nothingThatATerminalObeysReachesIt(String line) {
    var outcome = run(true, arguments(line));

    for (var text : List.of(outcome.out(), outcome.err())) {
      assertFalse(text.chars().anyMatch(TerminalTest::isObeyed), text);
      assertFalse(text.lines().anyMatch(each -> each.startsWith("kelvin: ⟨")), text);
    }
  }

  private static boolean isObeyed(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t') || c == 0x202E;
  }

  @Test
  void aModelIsDescribedByNamesThatAreShown() {
    var out = run(true, List.of("inspect")).out();

    assertTrue(out.contains("folder                      " + SHOWN + "/folder\n"), out);
    assertTrue(out.contains("architecture                " + SHOWN + "\n"), out);
    assertTrue(out.contains("\n" + SHOWN + "  tokens"), out);
    assertTrue(out.contains("\nwarning: " + SHOWN + "\n"), out);
  }

  @Test
  void aSweepNamesItsTaskAndItsModelVisibly() {
    var outcome = run(true, arguments("sweep TASK --at 0,1 --draws 1"));

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains(SHOWN + " on " + SHOWN + ": "), outcome.out());
  }

  @Test
  void aFileGetsEveryNameAsItIs() {
    var out = run(false, List.of("inspect")).out();

    assertTrue(out.contains("folder                      " + NAME + "/folder\n"), out);
    assertTrue(out.contains("\nwarning: " + NAME + "\n"), out);
    var err = run(false, arguments("next --prompt-file EVIL")).err();
    assertTrue(err.contains("\u001b[2J\u009b2J"), err);
  }

  @Test
  void generatedTextKeepsItsLinesAndShowsTheRest() {
    var text = List.of("generate", "--prompt", "\u0008", "--draw", "greedy", "--max-tokens", "5");

    assertEquals("\t\n␋␌␍\n", run(true, text).out());
    assertEquals("\t\n\u000b\u000c\r\n", run(false, text).out());
  }

  @Test
  void aMissingFileIsNamedVisibly() {
    var err = run(true, arguments("next --prompt-file evil\u001b[2J\u009b2J")).err();

    assertEquals("kelvin: evil␛[2J⟨U+009B⟩2J: there is no such file or folder.\n", err);
  }

  @Test
  void aRefusalNamesTheModelVisibly() {
    var outcome =
        new CliRun()
            .onTerminal()
            .models(
                (folder, _) -> {
                  throw new ModelLoadException(folder, "it is broken.", "Mend it.");
                })
            .run("inspect", "--model", "m\u001b]0;title\u0007");

    assertEquals("kelvin: m␛]0;title␇: it is broken. Mend it.\n", outcome.err());
  }

  /// Lines and colours that Kelvin lays out itself are the same on a terminal.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "next --help",
        "generate-completion",
        "next --prompt ab --top 3 --top-k 2 --watch c",
        "next --prompt ab --json",
        "score abc",
        "inspect",
        "inspect --json",
        "prompt --list",
        "sampler --top-k 3 --as transformers",
        "sampler --top-k 3 --as vllm",
        "sampler --top-k 3 --as llama.cpp",
        "label --prompt a --label b --label c",
      })
  void plainAnswersAreTheSameAsInAFile(String line) {
    var inFile = CliRun.of(line.split(" ", -1));
    var onTerminal = new CliRun().onTerminal().run(line.split(" ", -1));

    assertEquals(inFile, onTerminal);
    assertFalse(onTerminal.out().isEmpty());
  }

  /// A model with names from outside.
  private record Named(LanguageModel model) implements LanguageModel {

    @Override
    public void run(
        int[] tokenIds, int firstPosition, LogitsRowSink sink, Cancellation cancellation) {
      model.run(tokenIds, firstPosition, sink, cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      var plain = model.descriptor();
      var evil = Path.of(NAME, "folder");
      return new ModelDescriptor(
          NAME,
          evil,
          Optional.of(NAME),
          List.of(new ModelDescriptor.ModelFile(evil.resolve(NAME), 5)),
          NAME,
          plain.parameterCount(),
          List.of(new ModelDescriptor.GraphTensor(NAME, "int64", "[1]", "tokens")),
          plain.outputs(),
          plain.cache(),
          plain.logitCount(),
          plain.contextLength(),
          plain.endOfTextIds(),
          plain.probes(),
          plain.provedLength(),
          List.of(NAME));
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
