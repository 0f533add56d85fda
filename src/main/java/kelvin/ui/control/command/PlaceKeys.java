package kelvin.ui.control.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that work only where the focus is, such as in the prompt or on the bars.
///
/// @param place the heading in the list of shortcuts
/// @param selector finds a node of the place that takes the keys
/// @param keys the most useful first
public record PlaceKeys(String place, String selector, List<Hint> keys) {

  /// Keys with the same effect.
  ///
  /// @param does the description that the user sees, such as `next or previous token`
  public record Hint(String does, List<KeyCombination> keys) {

    public Hint {
      keys = List.copyOf(keys);
    }

    /// The keys as they are printed on a keyboard.
    public String text() {
      return keys.stream().map(KeyNames::of).collect(Collectors.joining("  "));
    }

    public boolean match(KeyEvent event) {
      return keys.stream().anyMatch(each -> each.match(event));
    }
  }

  /// Moves a row of a list up.
  public static final KeyCombination MOVE_UP = KeyCombination.valueOf("Alt+Up");

  /// Moves a row of a list down.
  public static final KeyCombination MOVE_DOWN = KeyCombination.valueOf("Alt+Down");

  /// Removes an example while its text is being edited, where Delete alone removes a character.
  public static final KeyCombination REMOVE_EXAMPLE = KeyCombination.valueOf("Shortcut+Delete");

  /// Adds a turn to a chat, where Enter alone breaks a line.
  public static final KeyCombination ADD_TURN = KeyCombination.valueOf("Alt+Enter");

  /// Mutes an example, or lets it take part again.
  public static final KeyCombination USE_EXAMPLE = KeyCombination.valueOf("Shortcut+U");

  /// Types a line break where Enter alone goes on.
  public static final KeyCombination LINE_BREAK = KeyCombination.valueOf("Shift+Enter");

  /// All places, in the order of the list of shortcuts.
  public static final List<PlaceKeys> ALL =
      List.of(
          new PlaceKeys(
              "In the prompt",
              "#prompt",
              List.of(
                  hint("go to the next or the previous control", "Tab", "Shift+Tab"),
                  hint("type a tab", "Ctrl+Tab"))),
          new PlaceKeys(
              "On the bars",
              ".token-bars",
              List.of(
                  hint("select the token above or below", "Up", "Down"),
                  hint("a page up or down", "Page Up", "Page Down"),
                  hint("the first or the last rank", "Home", "End"),
                  hint("take the selected token as the next", "Enter", "Space"))),
          new PlaceKeys(
              "In the table of examples",
              ".examples .example-cell .small-field",
              List.of(
                  hint("the next field; a new row after the last", "Enter"),
                  hint("the example above or below", "Up", "Down"),
                  hint("type a line break", "Shift+Enter"),
                  hint("mute the example, or use it again", "Shortcut+U"),
                  hint("move the example up or down", "Alt+Up", "Alt+Down"),
                  hint("remove the example", "Shortcut+Delete"))),
          new PlaceKeys(
              "In a turn of a chat",
              ".turns .turn-cell .small-field",
              List.of(
                  hint("a new turn below", "Alt+Enter"),
                  hint("the turn above or below", "Up", "Down"),
                  hint("move the turn up or down", "Alt+Up", "Alt+Down"),
                  hint("remove the turn", "Shortcut+Delete"))),
          new PlaceKeys(
              "On a watched token",
              ".watched-row",
              List.of(
                  hint("the row above or below", "Up", "Down"),
                  hint("move the row up or down", "Alt+Up", "Alt+Down"),
                  hint("show or hide its details", "Enter", "Space"),
                  hint("hide its details", "Esc"),
                  hint("join with the row below, or split", "J", "S"),
                  hint("stop watching it", "Delete", "Backspace"))),
          new PlaceKeys(
              "On a stage of the sampling",
              ".stage-card",
              List.of(hint("move the stage up or down", "Alt+Up", "Alt+Down"))),
          new PlaceKeys(
              "In the search line",
              "#find-text",
              List.of(
                  hint("the next or the previous match", "Enter", "Shift+Enter"),
                  hint("close the line", "Esc"))),
          new PlaceKeys(
              "On the bars of labels",
              ".label-bars",
              List.of(
                  hint("select the label above or below", "Up", "Down"),
                  hint("the first or the last label", "Home", "End"))),
          new PlaceKeys(
              "On the cumulative curve",
              ".cumulative-curve",
              List.of(
                  hint("raise or lower top-p (Shift: finer)", "Up", "Down"),
                  hint("keep one token, or all tokens", "Home", "End"))),
          new PlaceKeys(
              "On the temperature film",
              ".temperature-film",
              List.of(hint("lower or raise the temperature", "Left", "Right"))),
          new PlaceKeys(
              "On the layer film",
              ".layer-film",
              List.of(
                  hint("look at the layer before or after", "Left", "Right"),
                  hint("the embeddings, or the last layer", "Home", "End"))),
          new PlaceKeys(
              "On the tree of paths",
              ".path-tree",
              List.of(
                  hint("along the path", "Left", "Right"),
                  hint("another path", "Up", "Down"),
                  hint("the beginning, or the end of the path", "Home", "End"),
                  hint("make it the current text", "Enter", "Space"),
                  hint("name the path", "F2"),
                  hint("remove the token and all after it", "Delete", "Backspace"))),
          new PlaceKeys(
              "On the points of a sweep",
              ".point-plot",
              List.of(
                  hint("choose the point before or after", "Left", "Right"),
                  hint("the first or the last point", "Home", "End"),
                  hint("load its prompt into the playground", "Enter", "Space"))),
          new PlaceKeys(
              "On the list of sweeps", ".sweep-list", List.of(hint("remove the sweep", "Delete"))));

  public PlaceKeys {
    keys = List.copyOf(keys);
  }

  private static Hint hint(String does, String... keys) {
    return new Hint(does, Stream.of(keys).map(KeyCombination::valueOf).toList());
  }
}
