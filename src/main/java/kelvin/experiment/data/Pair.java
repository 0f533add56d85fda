package kelvin.experiment.data;

import kelvin.prompt.Example;

/// An input and its right label.
///
/// @param place where the pair comes from, such as `line 7` or `test 2`
/// @param used whether it may be shown as an example; a muted one of a task may not
public record Pair(String place, String input, String label, boolean used) {

  /// The place at the beginning of a sentence, such as `Line 7`.
  String placeAsBeginning() {
    return Character.toUpperCase(place.charAt(0)) + place.substring(1);
  }

  /// The pair as an example of a prompt.
  public Example example() {
    return new Example(input, label, used);
  }
}
