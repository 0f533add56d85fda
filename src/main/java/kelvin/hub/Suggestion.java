package kelvin.hub;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A model of the short list that comes with Kelvin, for people who know no name yet.
///
/// @param name as people call it
/// @param goodFor a phrase
/// @param license as the repository states it
/// @param sizes a phrase, such as `134 MB (q4f16) to 654 MB (fp32)`; empty where only the hub knows
public record Suggestion(
    String name, RepositoryId id, String goodFor, String license, String sizes) {

  private static final String FILE = "models.json";

  /// The whole list, in the order in which it is shown.
  public static List<Suggestion> all() {
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(Suggestion.class.getResourceAsStream(FILE)),
            StandardCharsets.UTF_8)) {
      var all = new ArrayList<Suggestion>();
      for (var element : JsonParser.parseReader(in).getAsJsonArray()) {
        all.add(of(element.getAsJsonObject()));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Suggestion of(JsonObject entry) {
    return new Suggestion(
        entry.get("name").getAsString(),
        RepositoryId.of(entry.get("id").getAsString()),
        entry.get("goodFor").getAsString(),
        entry.get("license").getAsString(),
        entry.has("sizes") ? entry.get("sizes").getAsString() : "");
  }

  /// The repository of a name on the list, or the one that the text names by itself.
  ///
  /// @throws IllegalArgumentException with a sentence if it is neither
  public static RepositoryId find(String text) {
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(each -> each.name.toLowerCase(Locale.ROOT).equals(wanted))
        .map(Suggestion::id)
        .findFirst()
        .orElseGet(() -> RepositoryId.of(text));
  }
}
