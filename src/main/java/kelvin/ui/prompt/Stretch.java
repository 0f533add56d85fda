package kelvin.ui.prompt;

/// Positions in a row of the context.
///
/// @param from the first, 0-based
/// @param to after the last
/// @param cut whether what was selected covers only a part of its first or last token
record Stretch(int from, int to, boolean cut) {

  int count() {
    return to - from;
  }
}
