package kelvin.ui.lab.common;

/// The words about a kind of result, and the ids of the controls for it.
///
/// @param one the name of one, such as `sweep`
/// @param keeper the thing that keeps them, such as `session`
public record ResultWords(String one, String keeper) {

  /// The name of several.
  String several() {
    return one + "s";
  }
}
