package kelvin.cli;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import kelvin.cli.environment.ExitCode;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KelvinCliTest {

  @ParameterizedTest
  @ValueSource(strings = {"next", "score", "generate", "inspect", "render"})
  void teachesEachCommandByAnExample(String command) {
    var outcome = CliRun.of(command, "--help");

    assertEquals(ExitCode.DONE, outcome.code());
    assertTrue(outcome.out().contains("  kelvin " + command + " "));
  }

  @Test
  void namesItsCommandsAndItsVersion() {
    var help = CliRun.of("--help").out();
    var version = CliRun.of("--version").out();

    assertTrue(help.contains("generate") && help.contains("Exit codes"));
    assertTrue(version.startsWith("kelvin "));
  }

  /// A call makes only the command that it names. If a name leads elsewhere, its user gets another
  /// command's answer, or the window.
  @Test
  void makesTheCommandThatTheListNames() {
    var list = CliRun.of("--help").out().lines().dropWhile(line -> !line.equals("Commands:"));
    var names =
        list.skip(1)
            .takeWhile(line -> !line.isEmpty())
            .filter(line -> line.startsWith("  ") && line.charAt(2) != ' ')
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();

    assertTrue(names.size() > 20, names.toString());
    for (var name : names) {
      assertTrue(KelvinCli.isCommand(name), name);
      var help = CliRun.of(name, "--help").out();
      assertTrue(help.contains("Usage: kelvin " + name + " "), help);
    }
    assertFalse(KelvinCli.isCommand("predict"));
  }

  @ParameterizedTest
  @CsvSource({
    "--temperature, nan, 'temperature must be 0 (greedy) or greater, was NaN'",
    "--temperature, -0.5, 'temperature must be 0 (greedy) or greater, was -0.5'",
    "--temperature, warm, 'is not a number'",
    "--top-k, -1, 'top-k must be at least 1, was -1; 0 is off'",
    "--top-k, 99999999999, 'out of range'",
    "--top-p, 2, 'top-p must be between 0 and 1'",
    "--min-p, -1, 'min-p must be between 0 and 1, was -1; 0 is off'",
    "--top, -1, '--top must be 0 or more'",
    "--prompt-ids, '1,2', 'mutually exclusive'",
    "--logit-bias, 1=x, '--logit-bias must be ID=VALUE, such as 42=-inf'",
    "--logit-bias, 99999999999=1, '--logit-bias must be ID=VALUE'",
    "--tpo, 1, 'Unknown option'"
  })
  void refusesArgumentsByNamingWhatIsAllowed(String option, String value, String reason) {
    var outcome = CliRun.of("next", "--prompt", "a", option, value);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(reason), outcome.err());
    assertTrue(outcome.err().contains("kelvin next --help"));
    assertPlain(outcome.err().lines().findFirst().orElseThrow());
    assertEquals("", outcome.out());
  }

  @Test
  void refusesWhatIsNoNameOfAFile() {
    var outcome = CliRun.of("inspect", "--model", "a\0b");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains("is no name of a file"), outcome.err());
    assertFalse(outcome.err().contains("java."), outcome.err());
  }

  @Test
  void refusesNoCommandAndAnUnknownOne() {
    assertEquals(ExitCode.USAGE, CliRun.of("--json").code());
    assertEquals(ExitCode.USAGE, CliRun.of("predict").code());
    assertEquals(ExitCode.USAGE, CliRun.of("next", "--prompt-ids", "1,x").code());
  }

  @Test
  void saysInOneLineThatAModelCannotBeUsed() {
    var outcome =
        new CliRun()
            .models(
                (folder, _) -> {
                  throw new ModelLoadException(folder, "it is\nbroken.", "Mend it.");
                })
            .run("inspect", "--model", "somewhere");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals("kelvin: somewhere: it is broken. Mend it.", outcome.err().strip());
  }

  @Test
  void opensTheFolderAskedForElseTheBundledOne() {
    var opened = new AtomicReference<Path>();
    var run =
        new CliRun()
            .models(
                (folder, _) -> {
                  opened.set(folder);
                  return CliRun.model(List.of(0), () -> {}, 0);
                });

    run.run("inspect");
    assertEquals(Path.of("fake-model"), opened.get());

    run.run("inspect", "--model", "other");
    assertEquals(Path.of("other"), opened.get());
  }

  @Test
  void saysByHowMuchAPromptIsTooLong() {
    var outcome = CliRun.of("next", "--prompt", "x".repeat(40));

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("41 tokens, 9 more than the model's context of 32"));
    assertEquals(1, outcome.err().lines().count());
  }

  @Test
  void saysThatLogitsAreNoDistribution() {
    var outcome =
        new CliRun()
            .models((_, _) -> CliRun.model(List.of(0), () -> {}, Float.NaN))
            .run("next", "--prompt", "a");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("token 1 is"), outcome.err());
    assertEquals(1, outcome.err().lines().count());
  }

  @Test
  void saysThatAFileIsNoText(@TempDir Path folder) throws IOException {
    // a lone surrogate as some programs write it
    var file = Files.write(folder.resolve("p"), new byte[] {'a', (byte) 0xED, (byte) 0xA0, 0x41});

    var outcome = CliRun.of("next", "--prompt-file", file.toString());

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals("kelvin: " + file + ": this is not UTF-8 text.", outcome.err().strip());
  }

  @Test
  void saysThatAFileIsMissing() {
    var outcome = CliRun.of("score", "--prompt-file", "no such file");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals("kelvin: no such file: there is no such file or folder.", outcome.err().strip());
  }

  @Test
  void tellsAnEarlyCancellationByItsCode() {
    var run = new CliRun();
    run.cancellation().cancel();

    var outcome = run.run("next", "--prompt", "a");

    assertEquals(ExitCode.CANCELLED, outcome.code());
    assertEquals("", outcome.out() + outcome.err());
  }

  /// Ctrl-C also ends the native libraries, which then fail in the middle of a load.
  @Test
  void saysNothingOfAFailureThatACancellationBrought() {
    var run = new CliRun();
    run.models(
        (_, _) -> {
          run.cancellation().cancel();
          throw new IllegalStateException("Shutdown in progress");
        });

    var outcome = run.run("next", "--prompt", "a");

    assertEquals(ExitCode.CANCELLED, outcome.code());
    assertEquals("", outcome.out() + outcome.err());
  }

  @Test
  void saysOfADefectOnlyThatItIsOneAndKeepsTheRestInTheLog() {
    Runnable defect =
        () -> {
          throw new IllegalStateException("oops");
        };
    var run = new CliRun();
    var outcome =
        run.models((_, _) -> CliRun.model(List.of(0), defect, 0)).run("next", "--prompt", "a");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("Kelvin has a defect"), outcome.err());
    assertTrue(outcome.err().contains("fake.log"), outcome.err());
    assertPlain(outcome.err().strip());
    assertEquals("oops", run.logged().getFirst().getMessage());
  }

  @Test
  void keepsInTheLogWhatALibrarySaidOfARefusal() {
    var said = new IllegalStateException("/onnxruntime_src/a.cc:5 it fails");
    var run = new CliRun();
    var outcome =
        run.models(
                (folder, _) -> {
                  throw new ModelLoadException(folder, "it is broken.", "Mend it.", said);
                })
            .run("inspect", "--model", "somewhere");

    assertEquals("kelvin: somewhere: it is broken. Mend it.", outcome.err().strip());
    assertEquals(said, run.logged().getFirst().getCause());
  }

  @Test
  void saysThatMemoryIsShort() {
    Runnable greed =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    var outcome =
        new CliRun()
            .models((_, _) -> CliRun.model(List.of(0), greed, 0))
            .run("next", "--prompt", "a");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(1, outcome.err().lines().count());
  }

  @Test
  void endsQuietlyWhenTheReaderHasEnough() {
    var outcome =
        new CliRun()
            .output(new FakeFullOutput("Broken pipe"))
            .run("next", "--prompt", "a", "--all", "--json");

    assertEquals(ExitCode.DONE, outcome.code());
    assertEquals("", outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "next", "generate", "inspect"})
  void saysThatTheOutputCannotBeWritten(String command) {
    var arguments =
        command.equals("next") || command.equals("generate")
            ? new String[] {command, "--prompt", "a"}
            : new String[] {command};

    var outcome = new CliRun().output(new FakeFullOutput("No space left on device")).run(arguments);

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(
        "kelvin: The output cannot be written: No space left on device.", outcome.err().strip());
  }

  /// Takes nothing.
  private static final class FakeFullOutput extends OutputStream {

    private final String reason;

    FakeFullOutput(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
