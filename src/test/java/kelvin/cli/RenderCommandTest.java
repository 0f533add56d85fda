package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    var outcome =
        run.run(
            "render",
            "--prompt",
            "ab",
            "--top-p",
            "0.9",
            "--theme",
            "dark",
            "--width",
            "640",
            "--height",
            "480",
            "-o",
            "figure.png");

    assertEquals(ExitCode.DONE, outcome.code());
    var figure = drawn.getFirst();
    assertEquals(List.of(new Temperature(1), new TopP(0.9)), figure.chain().active());
    assertEquals("fake-model", figure.modelName());
    assertEquals(3, figure.prediction().tokens().size());
    assertEquals(640, figure.width());
    assertEquals(480, figure.height());
    assertTrue(figure.dark());
    assertEquals(Path.of("figure.png"), files.getFirst());
  }

  @Test
  void isLightUnlessTold() {
    run.run("render", "--prompt", "a", "--output", "figure.PNG");

    assertEquals(false, drawn.getFirst().dark());
  }

  @ParameterizedTest
  @CsvSource({
    "figure.svg, 640, light, .png",
    "figure, 640, light, .png",
    "figure.png, 10, light, --width",
    "figure.png, 100000, light, --width",
    "figure.png, 640, blue, light or dark"
  })
  void refusesWhatItCannotDraw(String file, String width, String theme, String reason) {
    var outcome =
        run.run("render", "--prompt", "a", "-o", file, "--width", width, "--theme", theme);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(reason), outcome.err());
    assertTrue(drawn.isEmpty());
  }

  @Test
  void needsAFile() {
    assertEquals(ExitCode.USAGE, run.run("render", "--prompt", "a").code());
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
