package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.Figure.Look;
import kelvin.display.BarScale;
import kelvin.display.FigureLook;
import kelvin.display.FigureLook.Plots;
import kelvin.display.ProbabilityScale;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopP;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RenderCommandTest {

  private final ArrayList<Figure> drawn = new ArrayList<>();
  private final ArrayList<Path> files = new ArrayList<>();
  private final CliRun run =
      new CliRun()
          .figures(
              (figure, file) -> {
                drawn.add(figure);
                files.add(file);
              });

  @Test
  void drawsThePredictionWithTheSamplingAsked() {
    var outcome = run.run("render", "--prompt", "ab", "--top-p", "0.9", "-o", "figure.png");

    assertEquals(ExitCode.DONE, outcome.code());
    var figure = drawn.getFirst();
    assertEquals(List.of(new Temperature(1), new TopP(0.9)), figure.chain().active());
    assertEquals("fake-model", figure.modelName());
    assertEquals(3, figure.prediction().tokens().size());
    assertEquals(Path.of("figure.png"), files.getFirst());
  }

  @Test
  void looksAsTheOptionsSay() {
    var outcome =
        run.run(
            "render",
            "--prompt=a",
            "--view=film",
            "--size=640x480",
            "--scale=3",
            "--theme=projector",
            "--bar-scale=log",
            "--rows=7",
            "--shading=rank",
            "--p-scale=log",
            "-o=figure.SVG");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals(
        new Look(
            new FigureLook(
                View.FILM,
                640,
                480,
                Theme.PROJECTOR,
                new Plots(
                    BarScale.LOGARITHMIC,
                    7,
                    Shading.RANK,
                    Optional.of(ProbabilityScale.LOGARITHMIC))),
            3),
        drawn.getFirst().look());
  }

  @Test
  void isComparedWithAnotherTemperatureOrPrompt() {
    run.run(
        "render",
        "--prompt=a",
        "--temperature=0.5",
        "--against-prompt=a b",
        "--view=difference",
        "-o=figure.png");
    run.run("render", "--prompt=a", "--against-temperature=2", "-o=figure.png");
    run.run("render", "--prompt=a", "-o=figure.png");

    var prompt = drawn.get(0).against().orElseThrow();
    assertEquals(0.5, prompt.temperature());
    assertTrue(prompt.prediction().tokens().size() > drawn.get(0).prediction().tokens().size());
    var temperature = drawn.get(1).against().orElseThrow();
    assertEquals(2, temperature.temperature());
    assertEquals(drawn.get(1).prediction(), temperature.prediction());
    assertTrue(drawn.get(2).against().isEmpty());
  }

  @Test
  void answersAreLookedForOnlyForTheirOwnFigure() {
    run.run("render", "--prompt=a", "--view=answers", "--stop-text=c", "--budget=5", "-o=a.svg");
    run.run("render", "--prompt=a", "-o=figure.png");

    var found = drawn.getFirst().extras().answers().orElseThrow();
    assertEquals("c", found.stopText().text());
    assertEquals(5, found.answers().runs());
    assertTrue(found.answers().complete().stream().anyMatch(each -> each.text().equals("b")));
    assertTrue(drawn.get(1).extras().answers().isEmpty());
  }

  @Test
  void isThePlaygroundInLightAndAsHighAsNeededUnlessTold() {
    run.run("render", "--prompt", "a", "--output", "figure.PNG");

    assertEquals(
        new Look(
            new FigureLook(
                View.PLAYGROUND,
                1280,
                0,
                Theme.LIGHT,
                new Plots(BarScale.ABSOLUTE, 0, Shading.SURPRISAL)),
            1),
        drawn.getFirst().look());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-o=figure.jpg | --output must end in .png, .svg, .csv or .json: figure.jpg",
        "-o=figure | --output must end in",
        "--size=big | --size must be WIDTHxHEIGHT or WIDTH in pixels",
        "--size=640x | --size must be WIDTHxHEIGHT",
        "--size=10 | the width of --size must be from 200 to 8192 pixels, was 10",
        "--size=640x99999 | the height of --size must be from 200 to 8192 pixels, was 99999",
        "--scale=4 | --scale must be 1, 2 or 3, was 4",
        "--scale=x | '--scale'",
        "--rows=0 | --rows must be at least 1, was 0",
        "--theme=blue | --theme must be light, dark or projector, was 'blue'",
        "--view=pie | --view must be playground, bars, curve, film, layers, strip, series, difference or answers, was 'pie'",
        "--view=difference | --view difference needs --against-temperature or --against-prompt",
        "--against-temperature=0 | --against-temperature must be greater than 0, was 0.0",
        "--stop-text=a | --stop-text, --mass, --budget and --max-tokens are for --view answers",
        "--bar-scale=lin | --bar-scale must be absolute, largest or log, was 'lin'",
        "--shading=red | --shading must be surprisal, probability, rank, entropy, attention or none",
        "--shading=attention --view=bars | --shading attention is for --view strip or playground",
        "--shading=attention --layer=all | --layer must be mean or a number from 1: a figure shows",
        "--shading=attention --head=0 | --head must be all, mean or a number from 1",
        "--head=2 | --layer, --head and --without-start are for --shading attention",
      })
  void refusesWhatItCannotDraw(String option, String reason) {
    var given = new ArrayList<>(List.of("render", "--prompt", "a"));
    if (!option.startsWith("-o")) {
      given.addAll(List.of("-o", "figure.png"));
    }
    given.addAll(List.of(option.split(" ")));
    var outcome = run.run(given.toArray(String[]::new));

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(reason), outcome.err());
    assertEquals(2, outcome.err().lines().count(), outcome.err());
    assertTrue(drawn.isEmpty());
  }

  @Test
  void shadesTheTokensByOneRowOfAttention() {
    var outcome =
        run.models((_, _) -> FakeInside.loaded(0))
            .run(
                "render",
                "--prompt=ab",
                "--view=strip",
                "--shading=attention",
                "--layer=2",
                "--without-start",
                "-o=figure.svg");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    var shown = drawn.getFirst().extras().attention().orElseThrow();
    var row = shown.choice().of(shown.attention()).getFirst();
    assertEquals(2, row.layer().orElseThrow());
    assertTrue(row.head().isEmpty());
    assertEquals(0, row.row().startShare());
  }

  @Test
  void saysWhatTheRendererSaysOfASizeThatDoesNotFit() {
    var narrow =
        new CliRun()
            .figures(
                (_, _) -> {
                  throw new IllegalArgumentException("the figure needs a height of 500");
                });

    var outcome = narrow.run("render", "--prompt", "a", "-o", "figure.png");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().startsWith("kelvin: the figure needs a height of 500"));
  }

  @Test
  void needsAFile() {
    assertEquals(ExitCode.USAGE, run.run("render", "--prompt", "a").code());
  }

  @Test
  void aSweepTakesNoOptionsOfADistribution() {
    var outcome = run.run("render", "--sweep=sums.json", "--top-p=0.9", "-o=figure.png");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().startsWith("kelvin: --top-p does not go with --sweep"), outcome.err());
    assertTrue(drawn.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--top-p=0.9 | --top-p does not go with --evaluation: an evaluation is drawn as it was",
        "--view=bars | --view does not go with --evaluation",
        "--p-scale=log | --p-scale does not go with --evaluation",
        "--plot=x | --plot must be all, confusion, reliability, risk, shares or label-mass, was 'x'",
      })
  void anEvaluationTakesNoOptionsOfADistribution(String option, String reason) {
    var outcome = run.run("render", "--evaluation=no.json", option, "-o=figure.png");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().startsWith("kelvin: " + reason), outcome.err());
    assertTrue(drawn.isEmpty());
  }

  @Test
  void aPromptHasNoPlotsOfAnEvaluation() {
    var outcome = run.run("render", "--prompt", "a", "--plot=risk", "-o=figure.png");

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().startsWith("kelvin: --plot is for --evaluation"), outcome.err());
  }

  @Test
  void anEvaluationThatIsNotThereIsSaid() {
    var outcome = run.run("render", "--evaluation=no.json", "-o=figure.png");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(
        "kelvin: no.json: there is no such file. It was moved or deleted.\n", outcome.err());
  }

  @Test
  void saysWhenTheFileCannotBeWritten() {
    var full =
        new CliRun()
            .figures(
                (_, _) -> {
                  throw new IOException("No space left on device");
                });

    var outcome = full.run("render", "--prompt", "a", "-o", "figure.png");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals("kelvin: figure.png: No space left on device.", outcome.err().strip());
  }
}
