package kelvin.workspace;

import java.util.List;
import java.util.OptionalInt;

/// How the work was looked at. Names are the window's own; one that it does not know changes
/// nothing.
///
/// @param position of the token whose distribution was on show, 0-based; none for the next token
/// @param barScale what a full bar stands for
/// @param shading what the shade of a token says
/// @param watched the rows of tokens that are followed, each the spellings that count as one
public record Outlook(
    OptionalInt position, String barScale, String shading, List<List<String>> watched) {

  public static final Outlook PLAIN = new Outlook(OptionalInt.empty(), "", "", List.of());

  public Outlook {
    watched = watched.stream().map(List::copyOf).toList();
  }
}
