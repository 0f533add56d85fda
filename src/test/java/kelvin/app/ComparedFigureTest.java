package kelvin.app;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kelvin.cli.CliRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, a figure shows a user the effect of a bias or a penalty as that of another
/// temperature or another prompt.
final class ComparedFigureTest {

  @TempDir private Path folder = Path.of("");

  private JsonObject figure(String options, String... more) throws Exception {
    var file = folder.resolve("figure.json");
    var arguments = new ArrayList<>(List.of("render", "-o=" + file));
    arguments.addAll(List.of(more));
    if (!options.isEmpty()) {
      arguments.addAll(List.of(options.split(" ")));
    }
    var outcome = new CliRun().figures(new FigureSnapshot()).run(arguments.toArray(String[]::new));
    assertEquals("", outcome.err());
    assertEquals(0, outcome.code());
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  /// A member of each token, by the token's id.
  private static Map<Integer, Double> numbers(JsonObject figure, String list, String member) {
    return StreamSupport.stream(figure.getAsJsonArray(list).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .collect(
            Collectors.toMap(
                row -> row.get("id").getAsInt(), row -> row.get(member).getAsDouble()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--logit-bias=9=4",
        "--repetition-penalty=1.8",
        "--logit-bias=9=4 --repetition-penalty=1.8 --top-k=5"
      })
  void theOtherSideIsWhatAFigureOfItsOwnWithTheSameOptionsShows(String options) throws Exception {
    var compared =
        figure(
            options,
            "--view=difference",
            "--prompt=a",
            "--against-prompt=xy",
            "--against-temperature=2");
    var other = figure(options, "--view=bars", "--prompt=xy", "--temperature=2");

    assertEquals(
        numbers(other, "candidates", "scaledProbability"),
        numbers(compared, "difference", "pinnedProbability"));
  }

  @Test
  void aBiasIsNoEffectOfTheTemperature() throws Exception {
    var plain = figure("", "--view=bars", "--prompt=a", "--against-temperature=2");
    var biased = figure("--logit-bias=9=4", "--view=bars", "--prompt=a", "--against-temperature=2");

    double live = logOdds(biased, "scaledProbability") - logOdds(plain, "scaledProbability");
    double against = logOdds(biased, "pinnedProbability") - logOdds(plain, "pinnedProbability");

    assertEquals(4, live, 1e-9);
    assertEquals(4.0 / 2, against, 1e-9);
  }

  private static double logOdds(JsonObject figure, String member) {
    var probabilities = numbers(figure, "candidates", member);
    return Math.log(requireNonNull(probabilities.get(9)) / requireNonNull(probabilities.get(3)));
  }

  @Test
  void theSameTemperatureDiffersInNothingHoweverTheLogitsAreEdited() throws Exception {
    var figure =
        figure("--logit-bias=9=4", "--view=difference", "--prompt=a", "--against-temperature=1");

    var changes = numbers(figure, "difference", "change");
    assertNotEquals(0, changes.size());
    changes.forEach((id, change) -> assertEquals(0, change, "token " + id));
  }
}
