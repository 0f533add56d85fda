package kelvin.workspace.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.display.BarScale;
import kelvin.display.Shading;
import kelvin.display.Theme;

/// The settings that are kept between starts. Immutable.
///
/// @param theme none: as the system has it
/// @param zoom how many times larger than usual everything is
/// @param place of the window; none before the first start
/// @param dividers between the panels, each from 0 to 1, left to right
/// @param barScale what a full bar stands for; none before the first start
/// @param shading what the shade of a token says; none before the first start
/// @param page that was on show, by the window's own name for it
/// @param recentFiles sessions, the latest first
/// @param recentModels folders, the latest first
public record Settings(
    Optional<Theme> theme,
    double zoom,
    Optional<WindowPlace> place,
    List<Double> dividers,
    Optional<BarScale> barScale,
    Optional<Shading> shading,
    String page,
    List<Path> recentFiles,
    List<Path> recentModels) {

  /// As many as a menu can show.
  public static final int MOST_RECENT = 10;

  /// Those of the first start.
  public static final Settings FIRST =
      new Settings(
          Optional.empty(),
          1,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(),
          List.of());

  /// In pixels of the screen.
  public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

  public Settings {
    dividers = List.copyOf(dividers);
    recentFiles = recentFiles.stream().distinct().limit(MOST_RECENT).toList();
    recentModels = recentModels.stream().distinct().limit(MOST_RECENT).toList();
  }

  /// The list with one path at its head.
  public static List<Path> withFirst(Path path, List<Path> recent) {
    var all = new ArrayList<Path>();
    all.add(path);
    all.addAll(recent);
    return all.stream().distinct().limit(MOST_RECENT).toList();
  }
}
