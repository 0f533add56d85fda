package kelvin.ui.inside.figure;

import kelvin.engine.inside.TokenMap;
import kelvin.text.Vocabulary;
import kelvin.ui.plot.map.MapPicture;

/// Makes the pictures of maps.
public final class MapPictures {

  private MapPictures() {}

  public static MapPicture of(TokenMap map, Vocabulary vocabulary) {
    return new MapPicture(
        map.places().stream()
            .map(
                place ->
                    new MapPicture.Point(
                        place.id(),
                        place.x(),
                        place.y(),
                        vocabulary.visibleText(place.id()),
                        vocabulary.text(place.id())))
            .toList(),
        map.firstShare(),
        map.secondShare());
  }
}
