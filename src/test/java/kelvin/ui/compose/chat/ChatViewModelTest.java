package kelvin.ui.compose.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import kelvin.inference.chat.ChatTemplates;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.Composition;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.chat.Chats;
import kelvin.prompt.chat.Role;
import kelvin.ui.compose.ChatViewModel;
import kelvin.ui.compose.ComposerViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// If these fail, a chat in the editor is not the prompt, or a problem with it is not told. Needs
/// no toolkit.
class ChatViewModelTest {

  private final SimpleStringProperty text = new SimpleStringProperty("Once");
  private final ComposerViewModel composer = new ComposerViewModel(text);
  private final ChatViewModel chat = composer.chat();

  @BeforeEach
  void openAModelWithATemplate() {
    chat.setTemplates(Chats.templates());
    composer.compositionProperty().set(Composition.CHAT);
    chat.restore(Chats.of("user: Hi"));
  }

  private String problem() {
    return chat.problemProperty().get().sentence();
  }

  private void restore(Composition way, Chat wanted) {
    composer.restore(
        way,
        "Once",
        composer.zeroShot().promptProperty().get(),
        composer.fewShot().promptProperty().get(),
        wanted);
  }

  @Test
  void theTextIsThatOfTheTemplateAndTheTrialKnowsIt() {
    assertEquals("<s>[user]Hi[end]\n[assistant]", text.get());
    assertEquals(text.get(), composer.trialProperty().get().prompt().render());

    composer.compositionProperty().set(Composition.TEXT);
    assertEquals("Once", text.get());
  }

  @Test
  void turnsAreAddedMovedAndRemoved() {
    chat.add();
    chat.rows().getLast().textProperty().set("Hello");
    chat.addSystemPrompt();
    chat.addAfter(chat.rows().get(1));

    assertEquals(
        List.of(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.ASSISTANT),
        chat.rows().stream().map(row -> row.roleProperty().get()).toList());
    chat.remove(chat.rows().get(2));
    chat.move(chat.rows().getLast(), -1);
    chat.move(chat.rows().getFirst(), -1);
    chat.remove(chat.rows().getFirst());

    assertEquals(Chats.of("assistant: Hello", "user: Hi"), chat.chatProperty().get());
  }

  @Test
  void aRefusalIsToldWithItsLineAndTheLastTextStays() {
    var before = text.get();
    chat.add();
    chat.rows().getLast().roleProperty().set(Role.USER);

    assertTrue(problem().contains("Roles must alternate"), problem());
    assertTrue(problem().endsWith("Until then the last text that it gave is used."), problem());
    assertTrue(chat.problemProperty().get().line().isPresent());
    assertTrue(chat.problemProperty().get().isFault());
    assertTrue(text.get().startsWith(before.substring(0, 10)));

    chat.rows().getLast().roleProperty().set(Role.ASSISTANT);
    assertEquals("", problem());
  }

  @Test
  void anErrorNamesTheLineAndTheConstructOfTheTemplate() {
    chat.templateNameProperty().set("broken");

    assertTrue(problem().contains("line 2, operator +"), problem());
    assertEquals(OptionalInt.of(2), chat.problemProperty().get().line());
    assertEquals("a\n{{ 1 + 'a' }}", chat.templateProperty().get().source());
  }

  @Test
  void aModelWithoutATemplateGetsNothingUntilTheUserChoosesPlainText() {
    chat.setTemplates(ChatTemplates.none(Path.of("m")));

    assertEquals("", text.get());
    assertTrue(problem().startsWith("This model has no chat template"), problem());

    chat.plainProperty().set(true);
    assertEquals("User: Hi\nAssistant:", text.get());
    assertEquals("", problem());
  }

  @Test
  void templatesThatCannotBeReadSayWhy() {
    chat.setTemplates(ChatTemplates.unreadable(Path.of("m"), "x.json is damaged."));

    assertEquals("x.json is damaged.", problem());
  }

  @Test
  void settingsWithoutEffectAreNamed() {
    assertEquals("", chat.templateProperty().get().note());
    assertTrue(chat.templateProperty().get().thinks());
    chat.toolsProperty().set("[{}]");
    assertEquals("", chat.templateProperty().get().note());

    chat.plainProperty().set(true);
    assertTrue(chat.templateProperty().get().note().contains("no place for tools"));
    chat.templateNameProperty().set("broken");
    assertFalse(chat.templateProperty().get().thinks());
  }

  @Test
  void theHistoryBringsAChatBackAndSharesWhatDidNotChange() {
    var before = chat.chatProperty().get();
    chat.rows().getFirst().textProperty().set("Bye");
    restore(Composition.CHAT, before);
    assertEquals("<s>[user]Hi[end]\n[assistant]", text.get());

    restore(Composition.TEXT, before);
    assertEquals("Once", text.get());
    chat.plainProperty().set(true);
    assertSame(before.turns().getFirst(), chat.chatProperty().get().turns().getFirst());
  }

  @Test
  void comparingShowsTheSameTurnsTheOtherWay() {
    var compared = new ArrayList<ChatPrompt>();
    chat.setOnCompare(compared::add);

    chat.compare();
    chat.plainProperty().set(true);
    chat.compare();

    assertEquals("User: Hi\nAssistant:", compared.getFirst().render());
    assertEquals("<s>[user]Hi[end]\n[assistant]", compared.getLast().render());
  }

  @Test
  void fewShotExamplesBecomeTurns() {
    composer.takeExamplesAsTurns();

    assertTrue(text.get().startsWith("<s>[user]hot[end]\n[assistant]cold[end]\n"), text.get());
    assertTrue(text.get().endsWith("[user]happy[end]\n[assistant]"), text.get());
  }

  @Test
  void aThousandTurnsAreRendered() {
    var turns = new String[1000];
    for (int i = 0; i < turns.length; i++) {
      turns[i] = (i % 2 == 0 ? "user: " : "assistant: ") + "word ".repeat(100) + i;
    }

    chat.restore(Chats.of(turns));

    assertEquals("", problem());
    assertTrue(text.get().contains("word 999[end]"));
  }
}
