package kelvin.workspace.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.display.BarScale;
import kelvin.display.InformationUnit;
import kelvin.display.LogitsMemory;
import kelvin.display.Shading;
import kelvin.display.Theme;

/// The settings that are kept between starts. Immutable.
///
/// @param theme empty to follow the system
/// @param zoom the magnification of the window; 1 is normal
/// @param place the place of the window; empty before the first start
/// @param panels the places of the dividers between the panels
/// @param barScale the scale of the probability bars; empty before the first start
/// @param shading the measure that shades the tokens; empty before the first start
/// @param unit the unit of entropies and surprisals; empty for the usual one
/// @param logitsMemory the limit of the memory for rows of logits; empty for the usual one
/// @param page the name of the page that was shown last
/// @param recentFiles session files, the latest first
/// @param recentModels model folders, the latest first
public record Settings(
    Optional<Theme> theme,
    double zoom,
    Optional<WindowPlace> place,
    PanelPlaces panels,
    Optional<BarScale> barScale,
    Optional<Shading> shading,
    Optional<InformationUnit> unit,
    Optional<LogitsMemory> logitsMemory,
    String page,
    List<Path> recentFiles,
    List<Path> recentModels) {

  /// The number of recent entries, as many as a menu can show.
  public static final int MAX_RECENT = 10;

  /// The settings of the first start.
  public static final Settings FIRST =
      new Settings(
          Optional.empty(),
          1,
          Optional.empty(),
          PanelPlaces.FIRST,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          List.of(),
          List.of());

  /// The place and the size of the window, in screen pixels.
  public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

  public Settings {
    recentFiles = recentFiles.stream().distinct().limit(MAX_RECENT).toList();
    recentModels = recentModels.stream().distinct().limit(MAX_RECENT).toList();
  }

  /// Puts a path at the head of the list.
  public static List<Path> withFirst(Path path, List<Path> recent) {
    var all = new ArrayList<Path>();
    all.add(path);
    all.addAll(recent);
    return all.stream().distinct().limit(MAX_RECENT).toList();
  }
}
