package kelvin.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.collections.ListChangeListener;
import javafx.stage.Screen;
import javafx.stage.Stage;
import kelvin.display.InformationUnit;
import kelvin.display.LogitsMemory;
import kelvin.display.Theme;
import kelvin.prompt.Composition;
import kelvin.text.Choice;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.Pacer;
import kelvin.ui.playground.Page;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.prompt.WideChoice;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.layout.Dividers;
import kelvin.ui.theme.Zoom;
import kelvin.workspace.settings.PanelPlaces;
import kelvin.workspace.settings.Settings;
import kelvin.workspace.settings.Settings.WindowPlace;
import kelvin.workspace.settings.SettingsFile;

/// Keeps the look and place of the window for its next start. Saves them shortly after a change.
final class WindowSettings {

  private static final Logger LOG = System.getLogger(WindowSettings.class.getName());
  private static final double SECONDS_OF_CALM = 1;

  /// Files of before do not name the usual unit.
  private static final InformationUnit USUAL_UNIT = InformationUnit.BITS;

  private final SettingsFile file;
  private final SessionDisk disk;
  private final PlaygroundViewModel playground;
  private final SessionViewModel session;
  private final Optional<String> problem;
  private final Pacer pacer = new AnimationPacer();
  private Optional<Theme> theme;
  private double zoom;
  private Optional<WindowPlace> place;
  private PanelPlaces panels;
  private boolean ended;

  WindowSettings(
      Path path, SessionDisk disk, PlaygroundViewModel playground, SessionViewModel session) {
    var opened = SettingsFile.open(path);
    file = opened.file();
    problem = opened.problem();
    problem.ifPresent(sentence -> LOG.log(Level.WARNING, sentence));
    this.disk = disk;
    this.playground = playground;
    this.session = session;
    var settings = opened.settings();
    theme = settings.theme();
    zoom = Zoom.within(settings.zoom());
    place = settings.place();
    panels = settings.panels();
    panels.wide().ifPresent(ways -> playground.prompt().wide().waysProperty().set(composed(ways)));
    session.recentFiles().setAll(settings.recentFiles());
    playground.model().recentFolders().setAll(settings.recentModels());
    settings.barScale().ifPresent(playground.distribution().scaleProperty()::set);
    settings.unit().ifPresent(playground.unitProperty()::set);
    settings.logitsMemory().ifPresent(playground.model().rows().limitProperty()::set);
    settings.shading().ifPresent(playground.prompt().shadingProperty()::set);
    Choice.find(Page.ALL, settings.page()).ifPresent(playground.pages().pageProperty()::set);
    saveWhenChanged();
  }

  private void saveWhenChanged() {
    session.recentFiles().addListener((ListChangeListener<Path>) _ -> changed());
    playground.model().recentFolders().addListener((ListChangeListener<Path>) _ -> changed());
    playground.distribution().scaleProperty().subscribe((_, _) -> changed());
    playground.prompt().shadingProperty().subscribe((_, _) -> changed());
    playground.unitProperty().subscribe((_, _) -> changed());
    playground.model().rows().limitProperty().subscribe((_, _) -> changed());
    playground.pages().pageProperty().subscribe((_, _) -> changed());
    playground.prompt().wide().waysProperty().subscribe((_, _) -> changed());
  }

  private static Set<Composition> composed(List<String> ways) {
    return ways.stream()
        .flatMap(way -> Choice.find(Composition.ALL, way).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The problem with the settings of the last run, as a sentence.
  Optional<String> problem() {
    return problem;
  }

  /// The theme that the user chose; empty before the first choice.
  Optional<Theme> theme() {
    return theme;
  }

  void remember(Theme chosen) {
    theme = Optional.of(chosen);
    changed();
  }

  double zoom() {
    return zoom;
  }

  void remember(double chosen) {
    zoom = chosen;
    changed();
  }

  /// Restores the place of the window, and records its changes.
  void restoreLayout(Stage stage) {
    place.filter(WindowSettings::isOnAScreen).ifPresent(known -> restore(stage, known));
    stage.xProperty().subscribe((_, _) -> layoutChanged(stage));
    stage.yProperty().subscribe((_, _) -> layoutChanged(stage));
    stage.widthProperty().subscribe((_, _) -> layoutChanged(stage));
    stage.heightProperty().subscribe((_, _) -> layoutChanged(stage));
    stage.maximizedProperty().subscribe((_, _) -> layoutChanged(stage));
    stage.fullScreenProperty().subscribe((_, _) -> layoutChanged(stage));
  }

  /// Restores the dividers, and records the drags.
  void restoreDividers(Dividers dividers) {
    var known = new HashMap<>(panels.others());
    if (!panels.columns().isEmpty()) {
      known.put(Dividers.COLUMNS, panels.columns());
    }
    dividers.restore(known);
    dividers.setOnChange(() -> remember(dividers.chosen()));
  }

  private void remember(Map<String, List<Double>> chosen) {
    var others = new HashMap<>(chosen);
    var columns = others.remove(Dividers.COLUMNS);
    panels = new PanelPlaces(columns == null ? panels.columns() : columns, others, panels.wide());
    changed();
  }

  private static void restore(Stage stage, WindowPlace known) {
    stage.setX(known.x());
    stage.setY(known.y());
    stage.setWidth(known.width());
    stage.setHeight(known.height());
    stage.setMaximized(known.maximized());
  }

  /// The screen may be gone by now.
  private static boolean isOnAScreen(WindowPlace known) {
    return known.width() > 0
        && known.height() > 0
        && Screen.getScreens().stream()
            .map(Screen::getVisualBounds)
            .anyMatch(
                screen ->
                    screen.contains(known.x() + known.width() / 2, known.y() + 1)
                        && known.width() <= screen.getWidth() + 1
                        && known.height() <= screen.getHeight() + 1);
  }

  private void layoutChanged(Stage stage) {
    // A lecture fills the screen for a while; the next start is without it.
    if (!stage.isShowing() || stage.isFullScreen()) {
      return;
    }
    var now = placeOf(stage);
    // A window does not know its place until it has been shown.
    if (DoubleStream.of(now.x(), now.y(), now.width(), now.height()).allMatch(Double::isFinite)) {
      place = Optional.of(now);
    }
    changed();
  }

  /// The place to save. A maximized window opens maximized again, and returns to its earlier place
  /// when it is restored.
  private WindowPlace placeOf(Stage stage) {
    var known = place;
    return stage.isMaximized() && known.isPresent()
        ? new WindowPlace(
            known.get().x(), known.get().y(), known.get().width(), known.get().height(), true)
        : new WindowPlace(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }

  private void changed() {
    if (ended) {
      return;
    }
    pacer.after(SECONDS_OF_CALM, this::save);
  }

  private void save() {
    var settings =
        new Settings(
            theme,
            zoom,
            place,
            new PanelPlaces(
                panels.columns(),
                panels.others(),
                Optional.of(playground.prompt().wide().waysProperty().get())
                    .filter(ways -> !ways.equals(WideChoice.FIRST))
                    .map(ways -> ways.stream().map(Composition::label).sorted().toList())),
            Optional.of(playground.distribution().scaleProperty().get()),
            Optional.of(playground.prompt().shadingProperty().get()),
            Optional.of(playground.unitProperty().get()).filter(unit -> unit != USUAL_UNIT),
            Optional.of(playground.model().rows().limitProperty().get())
                .filter(limit -> limit != LogitsMemory.USUAL),
            playground.pages().pageProperty().get().label(),
            session.recentFiles(),
            playground.model().recentFolders());
    disk.run(
        () -> file.write(settings),
        e -> LOG.log(Level.WARNING, "settings not saved: " + e.getMessage()));
  }

  /// Saves the last changes.
  void close() {
    ended = true;
    pacer.cancel();
    save();
  }
}
