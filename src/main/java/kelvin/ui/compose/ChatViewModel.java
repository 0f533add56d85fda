package kelvin.ui.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kelvin.inference.chat.ChatException;
import kelvin.inference.chat.ChatTemplates;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.chat.ChatSwitches;
import kelvin.prompt.chat.Role;
import kelvin.prompt.chat.Thinking;
import kelvin.prompt.chat.Turn;

/// Composes a chat and renders it with the model's template after every change. While the template
/// gives no text, a problem is shown and the last text that it gave stays in use.
public final class ChatViewModel {

  /// The reason why a chat has no text.
  ///
  /// @param sentence for the user
  /// @param line of the template, 1-based; empty if the template is not to blame
  /// @param isFault false if nothing is wrong: no model is open, or it has no template
  public record Problem(String sentence, OptionalInt line, boolean isFault) {

    static final Problem NONE = new Problem("", OptionalInt.empty(), false);
  }

  private static final ChatTemplates NO_MODEL = ChatTemplates.none(Path.of(""));

  private final ObservableList<TurnRow> rows = FXCollections.observableArrayList();
  private final BooleanProperty plain = new SimpleBooleanProperty(this, "plain");
  private final BooleanProperty beginsAnswer =
      new SimpleBooleanProperty(this, "beginsAnswer", ChatSwitches.FIRST.beginsAnswer());
  private final BooleanProperty continuesLast =
      new SimpleBooleanProperty(this, "continuesLast", ChatSwitches.FIRST.continuesLast());
  private final ObjectProperty<Thinking> thinking =
      new SimpleObjectProperty<>(this, "thinking", ChatSwitches.FIRST.thinking());
  private final StringProperty tools = new SimpleStringProperty(this, "tools", "");
  private final StringProperty templateName = new SimpleStringProperty(this, "templateName", "");
  private final ReadOnlyObjectWrapper<Chat> chat =
      new ReadOnlyObjectWrapper<>(this, "chat", Chat.FIRST);
  private final ReadOnlyObjectWrapper<ShownTemplate> template =
      new ReadOnlyObjectWrapper<>(this, "template", ShownTemplate.NONE);
  private final ReadOnlyObjectWrapper<ChatPrompt> prompt =
      new ReadOnlyObjectWrapper<>(this, "prompt", new ChatPrompt(Chat.FIRST, NO_MODEL, ""));
  private final ReadOnlyObjectWrapper<Problem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", Problem.NONE);

  private ChatTemplates templates = NO_MODEL;
  private Consumer<ChatPrompt> onCompare = _ -> {};

  /// True if the chat is the prompt. Only then is it rendered.
  private boolean active;

  private final Batch batch = new Batch(this::compose);

  ChatViewModel() {
    rows.setAll(Chat.FIRST.turns().stream().map(this::row).toList());
    rows.subscribe(this::compose);
    plain.subscribe((_, _) -> compose());
    beginsAnswer.subscribe((_, _) -> compose());
    continuesLast.subscribe((_, _) -> compose());
    thinking.subscribe((_, _) -> compose());
    tools.subscribe((_, _) -> compose());
    templateName.subscribe((_, _) -> compose());
  }

  private TurnRow row(Turn turn) {
    return new TurnRow(turn, this::compose);
  }

  private void compose() {
    if (batch.isRunning()) {
      return;
    }
    var turns = rows.stream().map(TurnRow::turn).toList();
    var before = chat.get();
    // The states of the history share the turns that did not change.
    chat.set(new Chat(turns.equals(before.turns()) ? before.turns() : turns, switches()));
    render();
  }

  private ChatSwitches switches() {
    return new ChatSwitches(
        plain.get(),
        beginsAnswer.get(),
        continuesLast.get(),
        thinking.get(),
        tools.get(),
        templateName.get());
  }

  private void render() {
    if (!active) {
      return;
    }
    template.set(ShownTemplate.of(templates, chat.get()));
    try {
      prompt.set(ChatPrompt.of(chat.get(), templates));
      problem.set(Problem.NONE);
    } catch (ChatException e) {
      if (!prompt.get().templates().equals(templates)) {
        prompt.set(new ChatPrompt(chat.get(), templates, ""));
      }
      problem.set(problem(e));
    }
  }

  private Problem problem(ChatException e) {
    boolean isFault = !templates.equals(NO_MODEL) && !hasNoTemplate();
    return new Problem(sentence(e), e.line(), isFault);
  }

  private String sentence(ChatException problem) {
    if (templates.equals(NO_MODEL)) {
      return "The chat gets its text once a model is open.";
    }
    if (hasNoTemplate()) {
      return "This model has no chat template: it was not trained on chats. “As plain text” writes"
          + " the turns as lines such as “User: Hello”, which every model can continue.";
    }
    return problem.getMessage()
        + (prompt.get().text().isEmpty() ? "" : " Until then the last text that it gave is used.");
  }

  private boolean hasNoTemplate() {
    return templates.templates().isEmpty() && templates.problem().isEmpty();
  }

  // Commands

  /// Adds an empty turn at the end, whose role is the usual one there.
  public void add() {
    addAt(rows.size());
  }

  /// Adds an empty turn after another one.
  public void addAfter(TurnRow row) {
    addAt(rows.indexOf(row) + 1);
  }

  private void addAt(int place) {
    var role = place == 0 ? Role.USER : rows.get(place - 1).roleProperty().get().next();
    rows.add(place, row(new Turn(role, "")));
  }

  /// True if the first turn is a system prompt.
  public boolean hasSystemPrompt() {
    return !rows.isEmpty() && rows.getFirst().roleProperty().get() == Role.SYSTEM;
  }

  /// Adds an empty system prompt before all turns.
  public void addSystemPrompt() {
    rows.addFirst(row(new Turn(Role.SYSTEM, "")));
  }

  public void remove(TurnRow row) {
    rows.remove(row);
  }

  /// Moves a turn by one place; at an end it stays.
  ///
  /// @param by −1 to move up, 1 to move down
  public void move(TurnRow row, int by) {
    int from = rows.indexOf(row);
    int to = from + by;
    if (from >= 0 && to >= 0 && to < rows.size()) {
      batch.run(
          () -> {
            rows.remove(from);
            rows.add(to, row);
          });
    }
  }

  /// Makes turns of the examples of a prompt, in place of the present ones.
  void take(FewShotPrompt examples) {
    restoreTurns(ChatPrompt.turnsOf(examples));
  }

  private void restoreTurns(List<Turn> wanted) {
    rows.setAll(wanted.stream().map(this::row).toList());
  }

  /// Replaces the chat.
  public void restore(Chat wanted) {
    if (wanted.equals(chat.get())) {
      return;
    }
    batch.run(
        () -> {
          if (!wanted.turns().equals(chat.get().turns())) {
            restoreTurns(wanted.turns());
          }
          var switches = wanted.switches();
          plain.set(switches.plain());
          beginsAnswer.set(switches.beginsAnswer());
          continuesLast.set(switches.continuesLast());
          thinking.set(switches.thinking());
          tools.set(switches.tools());
          templateName.set(switches.template());
        });
  }

  /// Compares the chat through its template with the same chat as plain text, whichever of the two
  /// the prompt is. Shows the problem if one of them has no text.
  public void compare() {
    try {
      onCompare.accept(ChatPrompt.of(chat.get(), templates).otherwise());
    } catch (ChatException e) {
      problem.set(problem(e));
    }
  }

  /// Sets the handler that compares the prompt with another one.
  public void setOnCompare(Consumer<ChatPrompt> onCompare) {
    this.onCompare = onCompare;
  }

  /// Replaces what the user says last.
  void ask(String question) {
    restore(chat.get().withQuestion(question));
  }

  /// Renders with the templates of another model from now on.
  public void setTemplates(ChatTemplates now) {
    templates = now;
    render();
  }

  /// Renders the chat from now on, or not.
  void setActive(boolean isPrompt) {
    if (active != isPrompt) {
      active = isPrompt;
      render();
    }
  }

  // Properties

  public ObservableList<TurnRow> rows() {
    return rows;
  }

  /// True if the turns are written as plain text, without a template.
  public BooleanProperty plainProperty() {
    return plain;
  }

  /// True if the text ends with what begins the answer.
  public BooleanProperty beginsAnswerProperty() {
    return beginsAnswer;
  }

  /// True if the last turn is left open, so that the model goes on with it.
  public BooleanProperty continuesLastProperty() {
    return continuesLast;
  }

  public ObjectProperty<Thinking> thinkingProperty() {
    return thinking;
  }

  /// The list of tools as JSON; blank for none.
  public StringProperty toolsProperty() {
    return tools;
  }

  /// The name of the template; empty for the usual one.
  public StringProperty templateNameProperty() {
    return templateName;
  }

  /// The turns with the switches, as the history and sessions keep them.
  public ReadOnlyObjectProperty<Chat> chatProperty() {
    return chat.getReadOnlyProperty();
  }

  /// The template in use, and the others.
  public ReadOnlyObjectProperty<ShownTemplate> templateProperty() {
    return template.getReadOnlyProperty();
  }

  /// The chat with its text; kept while the chat is not the prompt.
  public ReadOnlyObjectProperty<ChatPrompt> promptProperty() {
    return prompt.getReadOnlyProperty();
  }

  /// The reason why the chat as it stands has no text.
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
