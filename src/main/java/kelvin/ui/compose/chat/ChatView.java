package kelvin.ui.compose.chat;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.ui.compose.ChatViewModel;
import kelvin.ui.compose.ComposerViewModel;
import kelvin.ui.compose.WrappedField;
import kelvin.ui.control.LazyPane;
import kelvin.ui.control.Sentences;

/// Layout and bindings of the chat editor.
public final class ChatView extends VBox {

  private final ComposerViewModel composer;
  private final ChatViewModel viewModel;
  private final TurnList turns;

  /// @param wide whether the editor has the height of the panel
  public ChatView(ComposerViewModel composer, ObservableValue<Boolean> wide) {
    this.composer = composer;
    viewModel = composer.chat();
    turns = new TurnList(viewModel);
    getStyleClass().addAll("chat-view", "composer");
    var tools = toggle("show-tools", "Tools", "Shows the list of tools that the template gets.");
    tools.setSelected(!viewModel.toolsProperty().get().isBlank());
    var template =
        toggle(
            "show-template",
            "Template",
            "Shows the template itself: what the model’s files make of the turns.");
    getChildren()
        .addAll(
            turns,
            actions(),
            problem(),
            new ChatSwitchesPane(viewModel, List.of(tools, template)),
            Sentences.of("chat-note", "quiet", viewModel.templateProperty().map(now -> now.note())),
            new LazyPane<>(tools.selectedProperty(), this::toolsField),
            new LazyPane<>(template.selectedProperty(), () -> new TemplateText(viewModel)));
    wide.subscribe(now -> VBox.setVgrow(turns, now ? Priority.ALWAYS : Priority.NEVER));
  }

  private Node actions() {
    var add =
        button("add-turn", "+ turn", "Adds a turn at the end (Alt+Enter adds one in between).");
    add.setOnAction(
        _ -> {
          viewModel.add();
          turns.focus(viewModel.rows().size() - 1);
        });
    var system =
        button(
            "add-system",
            "+ system prompt",
            "Adds a first turn that tells the model how to behave. Without one, some templates"
                + " write a system prompt of their own.");
    system.setOnAction(
        _ -> {
          viewModel.addSystemPrompt();
          turns.focus(0);
        });
    var hasNone =
        Bindings.createBooleanBinding(() -> !viewModel.hasSystemPrompt(), viewModel.chatProperty());
    system.visibleProperty().bind(hasNone);
    system.managedProperty().bind(hasNone);
    var examples =
        button(
            "examples-as-turns",
            "Few-shot as turns",
            "Replaces the turns by the examples of the few-shot editor: each is a question and its"
                + " answer, and the test input comes last.");
    examples.setOnAction(_ -> composer.takeExamplesAsTurns());
    var compare = button("compare-template", "", "");
    compare
        .textProperty()
        .bind(
            viewModel
                .plainProperty()
                .map(plain -> plain ? "Compare with the template" : "Compare with plain text"));
    compare.setTooltip(
        new Tooltip(
            "What the template does to the distribution: shows this prompt beside the same turns"
                + " written the other way, with their difference."));
    compare.setOnAction(_ -> viewModel.compare());
    var actions = new FlowPane(add, system, examples, compare);
    actions.getStyleClass().add("composer-actions");
    return actions;
  }

  /// The reason why there is no text, with a way out where there is one.
  private Node problem() {
    var sentence =
        Sentences.of(
            "chat-problem", "quiet", viewModel.problemProperty().map(now -> now.sentence()));
    viewModel
        .problemProperty()
        .subscribe(
            now -> sentence.getStyleClass().setAll("label", now.isFault() ? "problem" : "quiet"));
    var plain =
        button(
            "chat-as-plain",
            "Write it as plain text",
            "Writes the turns as lines of plain text, such as “User: Hello”.");
    plain.setOnAction(_ -> viewModel.plainProperty().set(true));
    plain.visibleProperty().bind(sentence.visibleProperty().and(viewModel.plainProperty().not()));
    plain.managedProperty().bind(plain.visibleProperty());
    return new VBox(sentence, plain);
  }

  private Node toolsField() {
    var field =
        WrappedField.withBreaks(
            "The tools that the model may call: a JSON list with an object for each, as chat servers"
                + " take it.");
    field.setId("chat-tools");
    field.setPromptText("[{\"type\": \"function\", \"function\": {\"name\": \"time\"}}]");
    field.valueProperty().bindBidirectional(viewModel.toolsProperty());
    return field;
  }

  private static ToggleButton toggle(String id, String text, String lesson) {
    var toggle = new ToggleButton(text);
    toggle.setId(id);
    toggle.getStyleClass().addAll("quiet-button", "disclosure");
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    toggle.setTooltip(new Tooltip(lesson));
    return toggle;
  }

  private static Button button(String id, String text, String lesson) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().addAll("quiet-button", "flush");
    button.setTooltip(new Tooltip(lesson));
    return button;
  }
}
