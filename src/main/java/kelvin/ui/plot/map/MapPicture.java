package kelvin.ui.plot.map;

import java.util.List;
import java.util.Locale;
import kelvin.engine.inside.TokenMap;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;

/// A map of tokens with the texts of its tokens.
///
/// @param labels the visible texts, one for each place
/// @param texts the exact texts, for files
public record MapPicture(TokenMap map, List<String> labels, List<String> texts) {

  public static final MapPicture EMPTY = new MapPicture(TokenMap.empty(), List.of(), List.of());

  public MapPicture {
    labels = List.copyOf(labels);
    texts = List.copyOf(texts);
  }

  public static MapPicture of(TokenMap map, Vocabulary vocabulary) {
    return new MapPicture(
        map,
        map.places().stream().map(place -> vocabulary.visibleText(place.id())).toList(),
        map.places().stream().map(place -> vocabulary.text(place.id())).toList());
  }

  public int count() {
    return labels.size();
  }

  public boolean isEmpty() {
    return labels.isEmpty();
  }

  /// The text about a token.
  String words(int point) {
    var place = map.places().get(point);
    return String.format(
        Locale.ROOT,
        "%s   id %d   x %.3f   y %.3f",
        labels.get(point),
        place.id(),
        place.x(),
        place.y());
  }

  /// The shares of the two axes in a sentence.
  public String shares() {
    return "The axes show "
        + Numbers.percent(map.share())
        + " % of the variance: "
        + Numbers.percent(map.firstShare())
        + " % across, "
        + Numbers.percent(map.secondShare())
        + " % up.";
  }

  /// The description of the whole map for screen readers.
  String summary() {
    return isEmpty()
        ? "Map without tokens."
        : "Map of "
            + Numbers.count(count())
            + (count() == 1 ? " token. " : " tokens. ")
            + shares()
            + " Arrow keys go from token to token.";
  }
}
