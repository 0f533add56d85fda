package kelvin.ui.shell.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// The places of the dividers between the panels, kept for each way to lay them out. Only a drag
/// changes them; a panel that needs more room for a while does not.
public final class Dividers {

  /// The name of the places in the usual three columns.
  public static final String COLUMNS = "columns";

  /// From left to right: between the prompt, the distribution and the sampling.
  private static final List<Double> FIRST_COLUMNS = List.of(0.26, 0.785);

  private static final List<Double> FIRST_TWO = List.of(0.42);

  /// Between the prompt and the distribution, and between the editor and its text.
  private static final List<Double> FIRST_WIDE = List.of(0.62, 0.62);

  private static final double SAMPLING_IN_WIDE = 0.8;

  private final SplitPane panels;
  private final SplitPane sides;
  private final Map<String, List<Double>> places = new HashMap<>();
  private String name = COLUMNS;
  private boolean wide;
  private Runnable onChange = () -> {};

  /// @param panels the panels side by side
  /// @param sides the editor and its text side by side
  Dividers(SplitPane panels, SplitPane sides) {
    this.panels = panels;
    this.sides = sides;
    for (var pane : List.of(panels, sides)) {
      pane.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }
  }

  private void released(MouseEvent event) {
    if (event.getTarget() instanceof Node node
        && node.getStyleClass().stream().anyMatch(each -> each.contains("divider"))) {
      places.put(name, read());
      onChange.run();
    }
  }

  private List<Double> read() {
    var outer = DoubleStream.of(panels.getDividerPositions()).boxed().toList();
    if (!wide) {
      return outer;
    }
    var known = places.getOrDefault(name, FIRST_WIDE);
    double inner = sides.getDividers().isEmpty() ? known.getLast() : sides.getDividerPositions()[0];
    return List.of(outer.getFirst(), inner);
  }

  /// Puts the dividers where they belong in a layout of this name.
  ///
  /// @param isWide whether the editor and its text stand side by side
  void place(String layout, boolean isWide) {
    name = layout;
    wide = isWide;
    if (isWide) {
      var wanted = places.getOrDefault(layout, FIRST_WIDE);
      panels.setDividerPositions(wanted.getFirst(), SAMPLING_IN_WIDE);
      sides.setDividerPositions(wanted.getLast());
    } else {
      int count = panels.getDividers().size();
      var first = count == FIRST_COLUMNS.size() ? FIRST_COLUMNS : FIRST_TWO;
      var wanted = places.getOrDefault(layout, first);
      panels.setDividerPositions(wanted.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  /// The places that the user has chosen, by the name of the layout.
  public Map<String, List<Double>> chosen() {
    return Map.copyOf(places);
  }

  /// Takes the places of an earlier run.
  public void restore(Map<String, List<Double>> earlier) {
    places.putAll(earlier);
    place(name, wide);
  }

  public void setOnChange(Runnable onChange) {
    this.onChange = onChange;
  }
}
