package kelvin.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kelvin.ui.adapt.lab.AdaptView;
import kelvin.ui.compare.CompareView;
import kelvin.ui.control.LazyPane;
import kelvin.ui.control.PlaceFocus;
import kelvin.ui.control.command.CommandList;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.distribution.DistributionView;
import kelvin.ui.evaluation.EvaluationView;
import kelvin.ui.generation.GenerationView;
import kelvin.ui.inside.EmbeddingsView;
import kelvin.ui.inside.NearbyCard;
import kelvin.ui.lab.LabView;
import kelvin.ui.lab.SweepsView;
import kelvin.ui.model.ModelMenu;
import kelvin.ui.model.ModelPicker;
import kelvin.ui.model.OpeningBar;
import kelvin.ui.palette.Palette;
import kelvin.ui.path.CurrentPaths;
import kelvin.ui.path.PathsView;
import kelvin.ui.playground.Centre;
import kelvin.ui.playground.DoneNote;
import kelvin.ui.playground.NoticeBar;
import kelvin.ui.playground.Page;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.playground.StatusLine;
import kelvin.ui.prompt.PromptView;
import kelvin.ui.sampling.SamplingView;
import kelvin.ui.session.FileKind;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.layout.Dividers;
import kelvin.ui.shell.layout.Panel;
import kelvin.ui.shell.layout.Panels;
import kelvin.ui.shell.layout.PlaygroundPage;
import kelvin.ui.shell.layout.Room;
import kelvin.ui.shell.layout.RoomyPage;
import kelvin.ui.shell.layout.TopBar;
import kelvin.ui.shell.lecture.LectureMode;
import kelvin.ui.tuning.TuningView;
import kelvin.ui.watch.WatchView;

/// The content of the window. It lays out the panels and accepts dropped sessions and model
/// folders.
public final class MainView extends BorderPane {

  private static final KeyCombination FRAME_TIMES = KeyCombination.valueOf("Shortcut+Shift+F12");

  private static final double ROOM_FOR_LOGO = 1000;

  private final PlaygroundViewModel playground;
  private final SessionViewModel session;
  private final PromptView prompt;
  private final DistributionView distribution;
  private final SplitPane panels = new SplitPane();
  private final StackPane shown = new StackPane();
  private final PlaceFocus focus = new PlaceFocus(shown);
  private final Palette palette = new Palette();
  private final NearbyCard nearby;
  private final LectureMode lecture;
  private final PanelCommands onPanels;
  private final DoneNote done;
  private final CommandList commandList;
  private Optional<PlaygroundPage> playgroundPage = Optional.empty();
  private Consumer<Dividers> onDividers = _ -> {};
  private Runnable showPalette = () -> {};

  /// @param bundled the model that comes with Kelvin
  public MainView(
      PlaygroundViewModel playground, SessionViewModel session, Path bundled, Commands commands) {
    this.playground = playground;
    this.session = session;
    getStyleClass().add("main-view");
    prompt = new PromptView(playground.prompt());
    distribution = new DistributionView(playground.distribution());
    var models = new ModelPicker(playground.model(), bundled);
    var opening = new OpeningBar(playground.model());
    new UndoKeys(session).takeFrom(this);
    lecture =
        new LectureMode(
            playground, () -> List.of(getTop(), getCenter(), getBottom()), commands::fillScreen);
    onPanels =
        new PanelCommands(
            playground, lecture, panel -> playgroundPage.ifPresent(page -> page.show(panel)));
    commandList = commandList(models, commands);
    var editor = prompt.promptArea().editor();
    PromptMenu.install(
        editor,
        commandList,
        EditMenu.copyAs(commands),
        PromptMenu.near(editor, playground.pages()));
    var sources = new PaletteSources(commandList, playground);
    sources.update(palette);
    showPalette = () -> sources.open(palette);
    setTop(bar(models, opening, new MainMenu(commandList), commands));
    setCenter(pages(commands));
    var status = new StatusLine(playground.status());
    setBottom(status);
    Room.follow(this, status);
    nearby = new NearbyCard(playground.pages().inside(), playground.pages()::showEmbeddings);
    playground.pages().setOnNear(id -> nearby.show(id, NearbyPlace.in(getScene())));
    var frames = new FrameOverlay();
    done = new DoneNote(playground.notices(), commands.fileManager(), DoneNote.STAYS);
    getChildren().addAll(lecture, frames, nearby, palette, done);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (FRAME_TIMES.match(event)) {
            frames.toggle();
            event.consume();
          }
        });
    addEventHandler(DragEvent.DRAG_OVER, MainView::acceptFolder);
    addEventHandler(DragEvent.DRAG_DROPPED, this::dropFolder);
  }

  private CommandList commandList(ModelPicker models, Commands commands) {
    var target = new EditTarget();
    target.follow(this);
    var history = new PromptHistoryCommands(commands.promptHistory(), palette);
    var more = new ArrayList<>(history.parts());
    more.add(SpecialTokenMenu.of(playground.distribution().vocabularyProperty(), target));
    more.add(EditMenu.compositions(playground.prompt().compositionProperty(), onPanels));
    var zoom = new ZoomMenu(commands);
    zoom.takeOtherKeysOf(this);
    var startToken = playground.prompt().startTokenChoiceProperty();
    return new CommandList(
        List.of(
            FileMenu.of(session, playground.pages(), commands),
            EditMenu.of(
                session,
                target,
                EditMenu.search(distribution, onPanels.on(Panel.PROMPT, prompt::find), onPanels),
                EditMenu.copyAs(commands),
                more),
            GenerateMenu.of(playground),
            ModelMenu.of(
                playground.model(), models, startToken, GetModels.of(commands.hub(), models)),
            ViewMenu.of(playground, commands, onPanels, zoom.group()),
            HelpMenu.of(() -> showPalette.run(), this::showShortcuts, commands)));
  }

  private void showShortcuts() {
    new ShortcutSheet(Shortcuts.of(commandList), getScene().getWindow()).show();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    lecture.resizeRelocate(0, 0, getWidth(), getHeight());
    nearby.resizeRelocate(0, 0, getWidth(), getHeight());
    palette.resizeRelocate(0, 0, getWidth(), getHeight());
    done.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  /// Moves the caret to the end of the prompt; on another page, focuses its first control.
  public void takeFocus() {
    if (playground.pages().pageProperty().get() == Page.PLAYGROUND) {
      playgroundPage.ifPresent(page -> page.show(Panel.PROMPT));
      var editor = prompt.promptArea().editor();
      editor.requestFocus();
      editor.end();
    } else {
      focus.enter();
    }
  }

  /// Calls a handler with the dividers between the panels as soon as there are any.
  public void setOnDividers(Consumer<Dividers> onDividers) {
    playgroundPage.ifPresentOrElse(
        page -> onDividers.accept(page.dividers()), () -> this.onDividers = onDividers);
  }

  private TopBar bar(ModelPicker models, OpeningBar opening, MainMenu menu, Commands commands) {
    var logo = new Label("kelvin");
    logo.getStyleClass().add("logo");
    logo.setMinWidth(Region.USE_PREF_SIZE);
    // In a narrow window the pages and the menus need the room.
    logo.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_LOGO));
    logo.managedProperty().bind(logo.visibleProperty());
    menu.setMinWidth(Region.USE_PREF_SIZE);
    var shape = new Region();
    shape.getStyleClass().addAll("icon", "icon-theme");
    var theme = new Button("", shape);
    theme.setId("theme");
    theme.getStyleClass().add("transport-button");
    theme.setAccessibleText("Next theme");
    theme.setTooltip(
        new Tooltip(Shortcut.NEXT_THEME.in("Light, dark, or large and strong for a projector.")));
    theme.setOnAction(_ -> ViewMenu.next(commands));
    var pages = new PageSwitch(playground.pages().pageProperty());
    var end = new HBox(opening, theme);
    end.getStyleClass().add("bar-end");
    return new TopBar(List.of(logo, models, pages), menu, end);
  }

  /// The visible page, below the line for messages.
  private VBox pages(Commands commands) {
    var pages = playground.pages();
    var compare = pages.compare();
    var reducedMotion = playground.distribution().bars().reducedMotionProperty();
    // Subscribed first, because the focused node loses the focus when its page is hidden.
    pages.pageProperty().subscribe(focus::remember);
    shown
        .getChildren()
        .addAll(
            page(Page.PLAYGROUND, () -> playground(commands)),
            page(
                Page.PATHS,
                () ->
                    new RoomyPage(
                        new PathsView(pages.paths(), commands.labExports().paths()), 640, 420)),
            page(
                Page.COMPARE,
                () ->
                    new RoomyPage(
                        new CompareView(
                            compare, commands.labExports().comparisons(), reducedMotion),
                        600,
                        540)),
            page(Page.LAB, () -> new RoomyPage(lab(commands), 400, 160)));
    pages.pageProperty().subscribe((_, _) -> follow());
    VBox.setVgrow(shown, Priority.ALWAYS);
    var workspace = new VBox(new NoticeBar(playground), shown);
    workspace.getStyleClass().add("workspace");
    return workspace;
  }

  private LabView lab(Commands commands) {
    var pages = playground.pages();
    Runnable back = () -> pages.pageProperty().set(Page.PLAYGROUND);
    return new LabView(
        pages.lab(),
        List.of(
            () -> new SweepsView(pages.lab(), commands.labExports().sweeps(), back),
            () -> new EvaluationView(pages.evaluation(), commands.labExports().evaluations(), back),
            () -> new TuningView(pages.tuning(), commands.labExports().tunings()),
            () -> new AdaptView(pages.adapt(), commands.labExports().adaptations(), back),
            () -> new EmbeddingsView(pages.inside(), commands.labExports().maps())));
  }

  private void follow() {
    if (focus.wasHere()) {
      takeFocus();
    }
  }

  private Node page(Page page, Supplier<Node> factory) {
    return new LazyPane<>(playground.pages().pageProperty().map(now -> now == page), factory);
  }

  private PlaygroundPage playground(Commands commands) {
    var sampling = new SamplingView(playground.sampling());
    var watch = new WatchView(playground.watch());
    distribution.setMinWidth(360);
    sampling.setMinWidth(244);
    var generation = new GenerationView(playground.generation());
    generation.setBeside(new CurrentPaths(playground.pages().paths()));
    var menus = new FigureMenu(new TokenMenu(playground, distribution, onPanels, this), commands);
    menus.install(distribution);
    menus.install(generation);
    var centre = new Centre(playground, distribution);
    var page =
        new PlaygroundPage(
            new Panels(prompt, watch, centre, sampling, generation),
            playground.prompt().wide(),
            panels);
    generation.follow(page.heightProperty());
    commands.themeProperty().subscribe((_, _) -> page.dividers().keepInNextTheme());
    playgroundPage = Optional.of(page);
    onDividers.accept(page.dividers());
    return page;
  }

  private static void acceptFolder(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropFolder(DragEvent event) {
    var files = event.getDragboard().getFiles();
    if (files != null && !files.isEmpty()) {
      var path = files.getFirst().toPath();
      if (FileKind.of(path) != FileKind.OTHER) {
        session.openFile(path);
      } else {
        playground.model().open(path);
      }
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
