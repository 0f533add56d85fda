package kelvin.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import kelvin.cli.environment.ExitCode;
import kelvin.workspace.SweepFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kelvin render` as a user starts it, on the bundled model.
final class RenderProcessTest {

  @TempDir private Path folder = Path.of("");

  private KelvinProcess.Outcome render(Path file, String... options) throws Exception {
    return render(new KelvinProcess(folder), file, options).outcome();
  }

  private static KelvinProcess.Running render(KelvinProcess process, Path file, String... options)
      throws Exception {
    var arguments =
        new ArrayList<>(
            List.of("render", "--prompt", "Once upon a time there was a little", "--top-p=0.9"));
    arguments.addAll(List.of(options));
    arguments.add("-o=" + file);
    return process.start(arguments.toArray(String[]::new));
  }

  @Test
  void drawsAFigureWithoutADisplay() throws Exception {
    var file = folder.resolve("figure.png");

    var outcome = render(file, "--theme=dark", "--size=900x900", "--scale=2");

    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
    var image = ImageIO.read(file.toFile());
    assertEquals(1800, image.getWidth());
    assertEquals(1800, image.getHeight());
    long colours = Arrays.stream(image.getRGB(0, 0, 1800, 1800, null, 0, 1800)).distinct().count();
    assertTrue(colours > 100, colours + " colours");
  }

  @Test
  void aFolderIsNotReplacedByAFigure() throws Exception {
    var taken = Files.createDirectory(folder.resolve("e.svg"));

    var outcome = render(taken);

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(
        "kelvin: " + taken + ": it is a folder; choose another name.", outcome.err().strip());
    assertTrue(Files.isDirectory(taken));
  }

  @Test
  void writesShapesAndWordsOrATableOfEveryToken() throws Exception {
    var process = new KelvinProcess(folder);
    var bars = folder.resolve("bars.svg");
    var curve = folder.resolve("curve.csv");

    var drawing = render(process, bars, "--view=bars", "--rows=3", "--theme=projector");
    var table = render(process, curve, "--view=curve").outcome();
    var drawn = drawing.outcome();

    assertEquals("", drawn.err());
    var svg = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(bars.toFile());
    assertEquals("svg", svg.getDocumentElement().getTagName());
    assertTrue(Files.readString(bars).contains(">girl</text>"));
    assertEquals("", table.err());
    assertTrue(Files.readString(curve).startsWith("rank,id,token,cumulativeProbability,"));
    assertEquals(4097, Files.readString(curve).split("\r\n").length);
  }

  @Test
  void writesTheNumbersWithoutLoadingTheWindow() throws Exception {
    var file = folder.resolve("bars.json");
    var log = folder.resolve("classes.log");
    var process = new KelvinProcess(folder, "-Xlog:class+load:file=\"" + log + "\"");

    var outcome =
        process.run("render", "--prompt=Once upon", "--view=bars", "--rows=5", "-o=" + file);

    assertEquals("", outcome.err());
    var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    double listed =
        StreamSupport.stream(json.getAsJsonArray("candidates").spliterator(), false)
            .mapToDouble(row -> row.getAsJsonObject().get("scaledProbability").getAsDouble())
            .sum();
    assertEquals(5, json.getAsJsonArray("candidates").size());
    assertEquals(1, listed + json.getAsJsonObject("tail").get("probability").getAsDouble(), 1e-12);
    assertFalse(Files.readString(log).contains("com.sun.javafx.tk.Toolkit "), "a toolkit runs");
  }

  @Test
  void drawsASweepThatTheCommandLineMade() throws Exception {
    var sweep = folder.resolve("sums.json");
    var made =
        new KelvinProcess(folder)
            .run("sweep", "sums-with-a-tilde", "--at=0,2", "--draws=3", "--tests=3", "--json");
    Files.writeString(sweep, made.out());
    var svg = folder.resolve("sums.svg");
    var csv = folder.resolve("sums.csv");

    var process = new KelvinProcess(folder);
    var drawing = process.start("render", "--sweep=" + sweep, "-o=" + svg);
    var numbers = process.run("render", "--sweep=" + sweep, "-o=" + csv);
    var drawn = drawing.outcome();

    assertEquals("", drawn.err() + numbers.err());
    var outcomes = SweepFile.read(sweep).outcomes();
    double mean =
        outcomes.stream()
            .filter(outcome -> outcome.variant().shots() == 2 && outcome.variant().draw() > 0)
            .mapToDouble(outcome -> outcome.answerProbability().orElseThrow())
            .average()
            .orElseThrow();
    var words = String.format(Locale.ROOT, "to %.3f at 2 shots, mean over 3 shuffles", mean);
    assertTrue(Files.readString(svg).contains(words), words);
    var rows = Files.readAllLines(csv);
    assertEquals(outcomes.size() + 1, rows.size());
    for (int i = 0; i < outcomes.size(); i++) {
      assertTrue(
          rows.get(i + 1).contains("," + outcomes.get(i).logProbabilities().getFirst() + ","));
    }
  }

  @Test
  void drawsAnEvaluationThatWasCancelled() throws Exception {
    var file = folder.resolve("e.json");
    Files.writeString(
        file,
        """
        {"model": "tiny", "data": "pairs", "normalization": "pmi", "planned": 9, "partial": true,
         "labels": ["yes", "no"], "confusion": [], "items": [
          {"y": "yes", "choice": "yes", "probabilities": {"yes": 0.9, "no": 0.1}, "labelMass": 0},
          {"y": "no", "choice": "yes", "probabilities": {"yes": 0.7, "no": 0.3}},
          {"y": "no", "probabilities": {}}]}
        """);
    var svg = folder.resolve("e.svg");

    var outcome = new KelvinProcess(folder).run("render", "--evaluation=" + file, "-o=" + svg);

    assertEquals("", outcome.err());
    var drawn = Files.readString(svg);
    for (var words :
        List.of(
            "33.3 % right: 1 of 3 items, 95 % interval (Wilson) 6.1 to 79.2 %",
            "Cancelled after 3 of 9 items: the numbers are of these 3 only.",
            "normalisation: PMI",
            ">ECE 0.400<",
            ">share of the chosen label; 1 without<")) {
      assertTrue(drawn.contains(words), words);
    }
  }

  @Test
  void aFileThatIsNoSweepIsSaidInOneLine() throws Exception {
    var file = Files.writeString(folder.resolve("no.json"), "{\"kind\": \"shots\"}");

    var outcome =
        new KelvinProcess(folder)
            .run("render", "--sweep=" + file, "-o=" + folder.resolve("figure.png"));

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertFalse(Files.exists(folder.resolve("figure.png")));
  }

  @Test
  void refusesInASentenceASizeTooSmallForTheRowsAndAFileThatCannotBeWritten() throws Exception {
    var process = new KelvinProcess(folder);
    var file = folder.resolve("bars.png");

    var drawing = render(process, file, "--view=bars", "--rows=30", "--size=640x300");
    var unwritable =
        render(process, folder.resolve("missing").resolve("figure.svg"), "--view=strip").outcome();
    var tooSmall = drawing.outcome();

    assertEquals(ExitCode.USAGE, tooSmall.code());
    assertTrue(tooSmall.err().startsWith("kelvin: the figure needs a height of at least "));
    assertEquals(2, tooSmall.err().lines().count(), tooSmall.err());
    assertFalse(Files.exists(file));
    assertEquals(ExitCode.UNUSABLE, unwritable.code());
    assertEquals(1, unwritable.err().lines().count(), unwritable.err());
  }
}
