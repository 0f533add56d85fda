package kelvin.workspace.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The places of the dividers between the panels of the window, each from 0 to 1, left to right.
///
/// @param columns in the usual three columns; empty before the first drag
/// @param others in the other layouts, by the name of the layout
/// @param wide the names of the ways of composing whose editor and text stand side by side; empty
///     before the first start
public record PanelPlaces(
    List<Double> columns, Map<String, List<Double>> others, Optional<List<String>> wide) {

  /// Those of the first start.
  public static final PanelPlaces FIRST = new PanelPlaces(List.of(), Map.of(), Optional.empty());

  public PanelPlaces {
    columns = List.copyOf(columns);
    others = Map.copyOf(others);
    wide = wide.map(List::copyOf);
  }
}
