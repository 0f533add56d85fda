package kelvin.workspace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.display.BarScale;
import kelvin.display.Shading;

/// The settings of the display. A choice that is missing from the file, or that this version does
/// not know, is empty and changes nothing.
///
/// @param position the position of the token whose distribution was shown, 0-based; empty for the
///     next token
/// @param barScale the scale of the probability bars
/// @param shading the measure that shades the tokens
/// @param watched the rows of watched tokens; each row lists the spellings that count as one
public record ViewSettings(
    OptionalInt position,
    Optional<BarScale> barScale,
    Optional<Shading> shading,
    List<List<String>> watched) {

  public static final ViewSettings PLAIN =
      new ViewSettings(OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of());

  public ViewSettings {
    watched = watched.stream().map(List::copyOf).toList();
  }
}
