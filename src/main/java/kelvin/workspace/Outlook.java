package kelvin.workspace;

import java.util.List;
import java.util.OptionalInt;

/// How the work was looked at. Names are the window's own; one that it does not know changes
/// nothing.
///
/// @param position of the token whose distribution was on show, 0-based; none for the next token
/// @param barScale what a full bar stands for
/// @param shading what the shade of a token says
/// @param watched tokens that are followed, as typed
public record Outlook(OptionalInt position, String barScale, String shading, List<String> watched) {

  public static final Outlook PLAIN = new Outlook(OptionalInt.empty(), "", "", List.of());

  public Outlook {
    watched = List.copyOf(watched);
  }
}
