package kelvin.workspace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.display.BarScale;
import kelvin.display.Shading;

/// The view settings of a session. A choice that the file does not name, or that this version
/// does not know, is empty and changes nothing.
///
/// @param position of the token whose distribution was on show, 0-based; none for the next token
/// @param barScale what a full bar stands for
/// @param shading what the shade of a token says
/// @param watched the rows of tokens that are followed, each the spellings that count as one
public record Outlook(
    OptionalInt position,
    Optional<BarScale> barScale,
    Optional<Shading> shading,
    List<List<String>> watched) {

  public static final Outlook PLAIN =
      new Outlook(OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of());

  public Outlook {
    watched = watched.stream().map(List::copyOf).toList();
  }
}
