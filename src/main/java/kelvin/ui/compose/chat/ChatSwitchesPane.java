package kelvin.ui.compose.chat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import kelvin.prompt.chat.Thinking;
import kelvin.ui.compose.ChatViewModel;
import kelvin.ui.compose.ShownTemplate;
import kelvin.ui.control.ChoiceWords;

/// The settings of a chat besides its turns. Those that the model's template does not know are
/// hidden.
final class ChatSwitchesPane extends FlowPane {

  private final ChatViewModel viewModel;

  /// @param more controls at the end
  ChatSwitchesPane(ChatViewModel viewModel, List<? extends Node> more) {
    this.viewModel = viewModel;
    getStyleClass().addAll("composer-actions", "chat-switches");
    var template = viewModel.templateProperty();
    var begins =
        check(
            "chat-begins-answer",
            "Begin the answer",
            "Ends the prompt with what begins an answer, so that the model speaks next."
                + " Templates call it add_generation_prompt.",
            viewModel.beginsAnswerProperty());
    // Its neighbour says why.
    begins.disableProperty().bind(viewModel.continuesLastProperty());
    getChildren()
        .addAll(
            check(
                "chat-plain",
                "As plain text",
                "Writes the turns as lines such as “User: Hello”, without the template and its"
                    + " special tokens.",
                viewModel.plainProperty()),
            begins,
            check(
                "chat-continues-last",
                "Continue the last turn",
                "Leaves the last turn open, so that the model goes on with it: an answer whose"
                    + " beginning you wrote. Transformers calls it continue_final_message. Nothing"
                    + " begins another answer then.",
                viewModel.continuesLastProperty()),
            named("thinking", thinking(), template.map(ChatSwitchesPane::showsThinking)),
            named("template", names(), template.map(this::showsNames)));
    getChildren().addAll(more);
  }

  private static boolean showsThinking(ShownTemplate now) {
    return now.thinks();
  }

  private boolean showsNames(ShownTemplate now) {
    return now.names().size() > 1 || !viewModel.templateNameProperty().get().isEmpty();
  }

  private static CheckBox check(String id, String text, String lesson, BooleanProperty value) {
    var check = new CheckBox(text);
    check.setId(id);
    check.getStyleClass().add("quiet");
    check.setMinWidth(USE_PREF_SIZE);
    check.setTooltip(new Tooltip(lesson));
    check.selectedProperty().bindBidirectional(value);
    return check;
  }

  private static HBox named(String name, Node control, ObservableValue<Boolean> shown) {
    var label = new Label(name);
    label.getStyleClass().add("quiet");
    label.setMinWidth(USE_PREF_SIZE);
    var pair = new HBox(6, label, control);
    pair.setAlignment(Pos.CENTER_LEFT);
    pair.visibleProperty().bind(shown);
    pair.managedProperty().bind(pair.visibleProperty());
    return pair;
  }

  private ChoiceBox<Thinking> thinking() {
    var choice = new ChoiceBox<Thinking>();
    choice.setId("chat-thinking");
    choice.getStyleClass().addAll("quiet-choice", "inner-choice");
    choice.getItems().addAll(Thinking.ALL);
    choice.setConverter(new ChoiceWords<>(Thinking::title));
    choice.setAccessibleText("Thinking");
    choice.setTooltip(
        new Tooltip("Whether the template asks the model to think before it answers."));
    choice.valueProperty().bindBidirectional(viewModel.thinkingProperty());
    return choice;
  }

  private ChoiceBox<String> names() {
    var choice = new ChoiceBox<String>();
    choice.setId("chat-template");
    choice.getStyleClass().addAll("quiet-choice", "inner-choice");
    choice.setConverter(new ChoiceWords<>(name -> name.isEmpty() ? "usual" : name));
    choice.setAccessibleText("Chat template");
    choice.setTooltip(
        new Tooltip(
            "The model has several chat templates. The usual one is the one for tools where there"
                + " are tools, else the default."));
    var chosen = viewModel.templateNameProperty();
    viewModel
        .templateProperty()
        .subscribe(
            now -> {
              var names = new ArrayList<>(List.of(""));
              names.addAll(now.names());
              // A session may name a template that this model does not have.
              if (!names.contains(chosen.get())) {
                names.add(chosen.get());
              }
              if (!names.equals(choice.getItems())) {
                choice.getItems().setAll(names);
                choice.setValue(chosen.get());
              }
            });
    chosen.subscribe(choice::setValue);
    choice.setOnAction(
        _ -> {
          if (choice.getValue() != null) {
            chosen.set(choice.getValue());
          }
        });
    return choice;
  }
}
