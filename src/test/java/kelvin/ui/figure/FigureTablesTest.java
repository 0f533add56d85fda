package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import kelvin.display.View;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTablesTest {

  private final FigureData data = FigureFixture.data();

  @Test
  void everyTokenIsARowInRankOrderAndQuotesSurvive(@TempDir Path folder) throws Exception {
    var file = folder.resolve("numbers.csv");

    new FigureMaker(Runnable::run)
        .write(data, FigureFixture.look(View.BARS), FigureFormat.CSV, 1, file);

    var rows = Files.readString(file).split("\r\n", 7);
    assertTrue(rows[0].startsWith("rank,id,token,logit,probability,scaledProbability"));
    assertTrue(rows[1].startsWith("1,1,\"<&>\"\"\",2.5,0."), rows[1]);
    assertTrue(rows[3].startsWith("3,2,\",\n\",1.0,"), rows[3]);
    assertTrue(rows[5].startsWith("5,3,\"\u0001\",-inf,0.0,0.0,"), rows[5]);
    assertTrue(rows[5].endsWith(",0.0,\"top-p\""), rows[5]);
    assertEquals("", rows[6]);
  }

  @Test
  void aSpreadsheetGetsTabsAndUnixLineEnds() throws Exception {
    var text = new StringWriter();

    new FigureTables(data, 0).of(View.STRIP).writeTsv(text);

    assertEquals(
        "position\tid\ttoken\tlogProbability\trank\tentropy\n"
            + "0\t0\t\" a\"\t\t\t\n"
            + "1\t1\t\"<&>\"\"\"\t-1.5\t3\t0.75\n",
        text.toString());
  }

  @Test
  void shadesFromInsideTheModelHaveAColumnWithTheirNumbers() throws Exception {
    var text = new StringWriter();

    new FigureTables(FigureFixture.shaded(), 0).of(View.STRIP).writeTsv(text);

    assertEquals(
        "position\tid\ttoken\tlogProbability\trank\tentropy\tgradientDotEmbedding\n"
            + "0\t0\t\" a\"\t\t\t\t-1.0\n"
            + "1\t1\t\"<&>\"\"\"\t-1.5\t3\t0.75\t2.0\n",
        text.toString());
  }

  @Test
  void theNumbersOfTheBarsAddUpToOneAndAreTheEngines() throws Exception {
    var json = json(View.BARS, 0);

    var candidates = json.getAsJsonArray("candidates");
    var distribution = data.picture().distribution();
    assertEquals(1, sum(candidates, "probability"), 1e-12);
    assertEquals(1, sum(candidates, "scaledProbability"), 1e-12);
    assertEquals(1, sum(candidates, "finalProbability"), 1e-12);
    for (int rank = 1; rank <= 5; rank++) {
      var candidate = candidates.get(rank - 1).getAsJsonObject();
      assertEquals(rank, candidate.get("rank").getAsInt());
      assertEquals(
          distribution.scaled().probability(rank),
          candidate.get("scaledProbability").getAsDouble());
      assertEquals(distribution.isKept(rank), candidate.get("removedBy").isJsonNull());
    }
    assertEquals(0.5, json.getAsJsonObject("parameters").get("temperature").getAsDouble());
    assertEquals(distribution.keptCount(), json.getAsJsonObject("kept").get("count").getAsInt());
  }

  @Test
  void whatHasNoRowIsInTheTail() throws Exception {
    var json = json(View.BARS, 2);

    var tail = json.getAsJsonObject("tail");
    assertEquals(2, json.getAsJsonArray("candidates").size());
    assertEquals(3, tail.get("count").getAsInt());
    assertEquals(
        1,
        sum(json.getAsJsonArray("candidates"), "scaledProbability")
            + tail.get("probability").getAsDouble(),
        1e-12);
  }

  @Test
  void theCurveEndsAtOne() throws Exception {
    var curve = json(View.CURVE, 0).getAsJsonArray("curve");

    var last = curve.get(4).getAsJsonObject();
    assertEquals(1, last.get("cumulativeProbability").getAsDouble(), 1e-12);
    assertEquals(1, last.get("cumulativeScaledProbability").getAsDouble(), 1e-12);
    assertEquals(
        data.picture().own().cumulative(2),
        curve.get(1).getAsJsonObject().get("cumulativeProbability").getAsDouble());
  }

  @Test
  void theDifferenceSaysBothProbabilitiesAndTheDivergences() throws Exception {
    var compared = FigureFixture.compared();
    var text = new StringWriter();
    new FigureJson(new FigureTables(compared, 0), text).write(View.DIFFERENCE);
    var json = JsonParser.parseString(text.toString()).getAsJsonObject();

    var live = compared.picture().distribution().scaled();
    var before = Distribution.of(live.logits(), 2);
    var first = json.getAsJsonArray("difference").get(0).getAsJsonObject();
    assertEquals(before.probability(1), first.get("pinnedProbability").getAsDouble());
    assertEquals(
        live.probability(1) - before.probability(1), first.get("change").getAsDouble(), 1e-15);
    assertEquals(0, sum(json.getAsJsonArray("difference"), "change"), 1e-12);
    assertEquals(
        Divergence.between(before, live).jensenShannon(),
        json.getAsJsonObject("divergence").get("jensenShannon").getAsDouble());
    assertEquals("before, τ 2", json.get("pinned").getAsString());
  }

  @Test
  void answersAreWrittenAsTheCommandWritesThem() throws Exception {
    var answered = FigureFixture.answered();
    var text = new StringWriter();
    new FigureJson(new FigureTables(answered, 0), text).write(View.ANSWERS);
    var json = JsonParser.parseString(text.toString()).getAsJsonObject();
    var csv = new StringBuilder();
    new FigureTables(answered, 2).of(View.ANSWERS).writeCsv(csv);

    assertEquals("\n", json.get("stopText").getAsString());
    assertEquals(0.4, json.get("unexplored").getAsDouble());
    assertEquals("budget", json.get("end").getAsString());
    var first = json.getAsJsonArray("answers").get(0).getAsJsonObject();
    assertEquals("=1", first.get("label").getAsString());
    assertEquals(2, first.getAsJsonArray("ids").get(1).getAsInt());
    assertEquals(
        List.of(
            "text,ids,logProbability,probability,complete,label",
            "\"'=1\",\"0,2\","
                + Math.log(0.5)
                + ","
                + StrictMath.exp(Math.log(0.5))
                + ",\"true\",\"'=1\"",
            "\" b\",\"1\"," + Math.log(0.3) + "," + StrictMath.exp(Math.log(0.3)) + ",\"false\","),
        csv.toString().lines().toList());
  }

  @Test
  void onlyViewsWithDataCanBeChosen() {
    assertTrue(FigureFixture.answered().views().contains(View.ANSWERS));
    assertFalse(FigureFixture.answered().views().contains(View.DIFFERENCE));
    assertFalse(FigureFixture.compared().views().contains(View.ANSWERS));
  }

  @Test
  void thePinnedProbabilityIsAColumnOfTheBarsAndTheWatchedTokenALineOfTheFilm() throws Exception {
    var compared = FigureFixture.compared();

    var bars = new FigureTables(compared, 0).of(View.BARS);

    assertEquals("pinnedProbability", bars.columns().getLast());
    try (var rows = bars.rows().get()) {
      assertEquals(
          Distribution.of(compared.picture().logits(), 2).probability(1),
          rows.findFirst().orElseThrow().getLast());
    }
    assertTrue(compared.film().ranks().contains(5));
  }

  @Test
  void theFilmHasARowForEachTemperatureAndToken() throws Exception {
    var film = data.film();

    var rows = json(View.FILM, 0).getAsJsonArray("film");

    assertEquals(film.temperatures().size() * film.ranks().size(), rows.size());
    var second = rows.get(1).getAsJsonObject();
    assertEquals(film.temperatures().getFirst(), second.get("temperature").getAsDouble());
    assertEquals(2, second.get("rank").getAsInt());
    assertEquals(
        film.probabilities().get(1).getFirst(), second.get("scaledProbability").getAsDouble());
  }

  @Test
  void theStripIsScoredLikeTheCommandScore() throws Exception {
    var json = json(View.STRIP, 0);

    assertEquals(1, json.get("count").getAsInt());
    assertEquals(1.5, json.get("loss").getAsDouble());
    assertEquals(-1.5, json.get("totalLogProbability").getAsDouble());
    var tokens = json.getAsJsonArray("tokens");
    assertTrue(tokens.get(0).getAsJsonObject().get("rank").isJsonNull());
    assertEquals(3, tokens.get(1).getAsJsonObject().get("rank").getAsInt());
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyViewHasATableAndAnObject(View view) throws Exception {
    var table = new FigureTables(data, 0).of(view);

    try (var rows = table.rows().get()) {
      assertTrue(rows.allMatch(row -> row.size() == table.columns().size()));
    }
    assertEquals("five & more", json(view, 0).get("model").getAsString());
    assertEquals(2, json(view, 0).getAsJsonArray("context").size());
  }

  private JsonObject json(View view, int rows) throws Exception {
    var text = new StringWriter();
    new FigureJson(new FigureTables(data, rows), text).write(view);
    return JsonParser.parseString(text.toString()).getAsJsonObject();
  }

  private static double sum(JsonArray rows, String member) {
    return StreamSupport.stream(rows.spliterator(), false)
        .mapToDouble(row -> row.getAsJsonObject().get(member).getAsDouble())
        .sum();
  }
}
