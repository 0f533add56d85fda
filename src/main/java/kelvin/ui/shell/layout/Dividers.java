package kelvin.ui.shell.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// The places of the dividers between the panels, kept for each way to lay them out. Only a drag
/// changes them; a panel or a theme that needs more room for a while does not.
public final class Dividers {

  /// The name of the places in the usual three columns.
  public static final String COLUMNS = "columns";

  /// From left to right: between the prompt, the distribution and the sampling.
  private static final List<Double> FIRST_COLUMNS = List.of(0.26, 0.785);

  private static final List<Double> FIRST_TWO = List.of(0.42);

  /// Between the prompt and the distribution, and between the editor and its text.
  private static final List<Double> FIRST_WIDE = List.of(0.62, 0.62);

  private static final double SAMPLING_IN_WIDE = 0.8;
  private static final double SAME = 0.002;

  private final SplitPane panels;
  private final SplitPane sides;
  private final Settling settling;
  private final Map<String, List<Double>> places = new HashMap<>();
  private String name = COLUMNS;
  private boolean wide;

  /// The positions that the dividers should have now.
  private Positions wanted = Positions.NONE;

  /// The positions that the layout made of the wanted ones.
  private Positions settled = Positions.NONE;

  private Runnable onChange = () -> {};

  /// The positions of the dividers on the screen.
  ///
  /// @param outer between the panels
  /// @param inner between the editor and its text
  private record Positions(List<Double> outer, List<Double> inner) {

    static final Positions NONE = new Positions(List.of(), List.of());

    boolean isLike(Positions other) {
      return alike(outer, other.outer) && alike(inner, other.inner);
    }

    private static boolean alike(List<Double> some, List<Double> others) {
      return some.size() == others.size()
          && IntStream.range(0, some.size())
              .allMatch(i -> Math.abs(some.get(i) - others.get(i)) < SAME);
    }
  }

  /// @param panels the panels side by side
  /// @param sides the editor and its text side by side
  Dividers(SplitPane panels, SplitPane sides) {
    this.panels = panels;
    this.sides = sides;
    settling = new Settling(panels, this::move, () -> settled = positions());
    for (var pane : List.of(panels, sides)) {
      pane.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> released(pane, event));
    }
  }

  private void released(SplitPane pane, MouseEvent event) {
    if (event.getTarget() instanceof Node target && isOnDivider(pane, target)) {
      places.put(name, read());
      wanted = positions();
      settled = wanted;
      onChange.run();
    }
  }

  /// True if a node is a divider of this pane or its handle. Panes inside the panels have dividers
  /// of their own.
  private static boolean isOnDivider(SplitPane pane, Node target) {
    Node at = target;
    while (at != null && !at.getStyleClass().contains("split-pane-divider")) {
      at = at.getParent();
    }
    return at != null && pane.equals(at.getParent());
  }

  private List<Double> read() {
    var now = positions();
    if (!wide) {
      return now.outer();
    }
    return List.of(
        now.outer().getFirst(),
        now.inner().isEmpty() ? known(FIRST_WIDE).getLast() : now.inner().getFirst());
  }

  private Positions positions() {
    return new Positions(
        DoubleStream.of(panels.getDividerPositions()).boxed().toList(),
        wide ? DoubleStream.of(sides.getDividerPositions()).boxed().toList() : List.of());
  }

  /// Puts the dividers where they belong in a layout of this name.
  ///
  /// @param isWide whether the editor and its text stand side by side
  void place(String layout, boolean isWide) {
    name = layout;
    wide = isWide;
    if (isWide) {
      var chosen = known(FIRST_WIDE);
      wanted =
          new Positions(
              List.of(chosen.getFirst(), SAMPLING_IN_WIDE), List.of(chosen.getLast()));
    } else {
      int count = panels.getDividers().size();
      wanted =
          switch (count) {
            case 0 -> Positions.NONE;
            case 1 -> new Positions(known(FIRST_TWO), List.of());
            default -> new Positions(known(FIRST_COLUMNS), List.of());
          };
    }
    move();
    settling.begin();
  }

  /// The chosen places in this layout. A list that does not fit, such as one from a damaged file,
  /// counts as none.
  private List<Double> known(List<Double> first) {
    var chosen = places.getOrDefault(name, first);
    return chosen.size() == first.size() ? chosen : first;
  }

  private void move() {
    panels.setDividerPositions(array(wanted.outer()));
    sides.setDividerPositions(array(wanted.inner()));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Keeps the dividers where they are when the theme changes. A theme with larger type can need
  /// wider panels and move them; the next theme then gets the positions of before. Call this before
  /// the new theme is laid out.
  public void keepInNextTheme() {
    var now = positions();
    // A larger window moves them too.
    if (!settling.isWaiting() && !now.isLike(settled)) {
      wanted = now;
    }
    settling.begin();
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
