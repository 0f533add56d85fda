package kelvin.ui.prompt;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.Shading;
import kelvin.prompt.Composition;
import kelvin.ui.compose.AnswersView;
import kelvin.ui.compose.ZeroShotView;
import kelvin.ui.compose.chat.ChatView;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.LazyPane;
import kelvin.ui.control.Sentences;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.inside.prompt.AttentionPane;
import kelvin.ui.inside.prompt.GradientPane;
import kelvin.ui.inside.prompt.InnerShadings;
import kelvin.ui.lint.LintView;
import kelvin.ui.task.DroppedFile;
import kelvin.ui.text.PromptArea;
import kelvin.ui.text.TextFindBar;

/// Layout and bindings of the prompt panel.
public final class PromptView extends VBox {

  /// Below this width the task line has no space for the start token.
  private static final double START_TOKEN_WIDTH = 300;

  /// Below this width the switch of the ways takes the whole width.
  private static final double TITLE_WIDTH = 340;

  private static final PseudoClass COMPOSED = PseudoClass.getPseudoClass("composed");

  private final PromptArea area = new PromptArea();
  private final TextFindBar find = new TextFindBar(area.editor());
  private final PromptParts parts;

  public PromptView(PromptViewModel viewModel) {
    getStyleClass().addAll("card", "card-content", "prompt-view");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var title = new Label("PROMPT");
    title.getStyleClass().add("section-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.visibleProperty().bind(widthProperty().greaterThan(TITLE_WIDTH));
    title.managedProperty().bind(title.visibleProperty());
    // The model sees the start token, so it is always shown. A narrow panel shows it in a line of
    // its own.
    var isWide = widthProperty().greaterThan(START_TOKEN_WIDTH);
    var start = new StartTokenChip("start-token", viewModel, isWide);
    var startBelow = new StartTokenChip("start-token-below", viewModel, isWide.not());
    var head = new HBox(title, space, compositionSwitch(viewModel), wideButton(viewModel.wide()));
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);

    area.setOnCaret(viewModel::moveCaret);
    area.setOnDelete(viewModel::deleteContinuation);
    area.textProperty().bindBidirectional(viewModel.textProperty());
    // The editor removes control characters, so the model gets exactly the text shown.
    viewModel
        .textProperty()
        .subscribe(() -> viewModel.textProperty().set(area.textProperty().get()));
    new PlayedText(viewModel, area, new AnimationPacer(), System::nanoTime);
    area.setOnSelect(viewModel::select);
    area.caretTokenProperty().bind(viewModel.numbers().tokenProperty());
    area.placeholderProperty()
        .bind(
            viewModel
                .compositionProperty()
                .map(
                    way ->
                        way == Composition.TEXT
                            ? "Type a beginning, and see what the model might say next."
                            : ""));
    VBox.setVgrow(area, Priority.ALWAYS);

    var problem = Sentences.problem("prompt-problem", viewModel.problemProperty());

    setMinWidth(0);
    var chat =
        of(
            Composition.CHAT,
            viewModel,
            () -> new ChatView(viewModel.composer(), viewModel.wide().shownProperty()));
    var examples = of(Composition.FEW_SHOT, viewModel, () -> new FewShotView(viewModel));
    new DroppedFile(
            List.of(".csv", ".tsv", ".jsonl", ".ndjson"),
            file -> {
              viewModel.compositionProperty().set(Composition.FEW_SHOT);
              examples.content().importFile(file);
            })
        .takeFrom(this);
    new DroppedFile(List.of(".json"), viewModel.tasks()::openFile).takeFrom(this);
    var answers = new AnswersView(viewModel.composer().answers());
    // A composed prompt is shown token by token; the user changes it in its editor.
    var isText = viewModel.compositionProperty().isEqualTo(Composition.TEXT);
    area.editor().editableProperty().bind(isText);
    isText.subscribe(
        typed -> {
          area.pseudoClassStateChanged(COMPOSED, !typed);
          area.setMinHeight(typed ? 72 : 96);
        });
    area.tokensProperty().subscribe(_ -> showEnd());
    var rule = rule();
    // Beside the text, the numbers begin a column of their own.
    rule.visibleProperty().bind(viewModel.wide().shownProperty().and(isText).not());
    rule.managedProperty().bind(rule.visibleProperty());
    parts =
        new PromptParts(
            this,
            head,
            List.of(
                taskLine(viewModel, answers.opener(), start),
                startBelow,
                of(Composition.ZERO_SHOT, viewModel, () -> new ZeroShotView(viewModel.composer())),
                examples,
                chat,
                answers),
            List.of(
                area,
                find,
                problem,
                new LintView(viewModel.lint()),
                new HeatLegend(viewModel),
                shadingPane(
                    Shading.ATTENTION, viewModel, AttentionPane::new, InnerShadings::attention),
                shadingPane(
                    Shading.GRADIENT, viewModel, GradientPane::new, InnerShadings::gradient)),
            List.of(rule, new TextNumbersView(viewModel.numbers())));
    viewModel
        .wide()
        .shownProperty()
        .subscribe(
            wide -> {
              VBox.setVgrow(examples, wide ? Priority.ALWAYS : Priority.NEVER);
              VBox.setVgrow(chat, wide ? Priority.ALWAYS : Priority.NEVER);
              parts.place(wide, isText.get());
            });
    isText.subscribe((_, typed) -> parts.place(viewModel.wide().shownProperty().get(), typed));
  }

  /// Scrolls to the end of the composed prompt, where the model continues.
  private void showEnd() {
    var editor = area.editor();
    if (!editor.isEditable() && area.selectedTokenProperty().get() < 0) {
      // The scroll range is known only after the layout.
      editor.applyCss();
      editor.layout();
      editor.setScrollTop(Double.MAX_VALUE);
    }
  }

  /// The divider between the editor and its text while they stand side by side.
  public SplitPane sides() {
    return parts.sides();
  }

  /// Adds a node below the text while both stand side by side.
  public void putBelowText(Node node) {
    parts.putBelowText(node);
  }

  /// Shows the text beside the editor, or leaves its room to others for a while.
  public void showText(boolean shown) {
    parts.showText(shown);
  }

  /// Opens the line that finds a word in the running text.
  public void find() {
    find.open();
  }

  /// The text editor, for setting the focus.
  public PromptArea promptArea() {
    return area;
  }

  /// An editor that exists only while its way is chosen.
  private static <T extends Node> LazyPane<T> of(
      Composition way, PromptViewModel viewModel, Supplier<T> editor) {
    return new LazyPane<>(viewModel.compositionProperty().map(now -> now == way), editor);
  }

  /// The controls of a shading from inside the model, which exist only while it is chosen.
  private static <T> Node shadingPane(
      Shading shading,
      PromptViewModel viewModel,
      Function<T, Node> pane,
      Function<InnerShadings, T> of) {
    return new LazyPane<>(
        viewModel.shadingProperty().map(now -> now == shading),
        () -> pane.apply(of.apply(viewModel.inner())));
  }

  private static Node taskLine(PromptViewModel viewModel, Node labels, Node start) {
    var picker = new TaskPicker(viewModel);
    HBox.setHgrow(picker, Priority.ALWAYS);
    var line = new HBox(picker, labels, start);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("composer-line");
    return new VBox(
        line, Sentences.of("task-message", "quiet", viewModel.tasks().messageProperty()));
  }

  private static ChoiceSwitch<Composition> compositionSwitch(PromptViewModel viewModel) {
    var buttons =
        new ChoiceSwitch<>(
            viewModel.compositionProperty(),
            Composition.ALL.stream()
                .map(
                    each ->
                        new Segment<>(each, "compose-" + each.label(), each.title(), each.lesson()))
                .toList());
    buttons.getStyleClass().add("way-switch");
    return buttons;
  }

  private static ToggleButton wideButton(WideChoice choice) {
    var shape = new Region();
    shape.getStyleClass().addAll("icon", "icon-wide");
    var wide = new ToggleButton("", shape);
    wide.setId("wide");
    wide.getStyleClass().addAll("quiet-button", "wide-button");
    wide.setMinWidth(Region.USE_PREF_SIZE);
    wide.setAccessibleText("Wide");
    wide.setTooltip(
        new Tooltip(
            Shortcut.WIDE.in(
                "Wide: the editor and the prompt that it makes stand side by side. Each way of"
                    + " composing remembers it.")));
    wide.selectedProperty().bindBidirectional(choice.wantedProperty());
    wide.visibleProperty().bind(choice.fitsProperty());
    wide.managedProperty().bind(wide.visibleProperty());
    return wide;
  }

  private static Region rule() {
    var rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }
}
