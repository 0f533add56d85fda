package kelvin.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javafx.beans.property.SimpleStringProperty;
import kelvin.prompt.Composition;
import kelvin.prompt.chat.Chat;
import kelvin.prompt.task.TaskFile;
import kelvin.prompt.task.TaskLibrary;
import kelvin.ui.compose.AnswersViewModel;
import kelvin.ui.compose.ComposerViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests the list of tasks. Needs no toolkit.
class TasksViewModelTest {

  private final ComposerViewModel composer =
      new ComposerViewModel(new SimpleStringProperty("Once"));
  private final TasksViewModel tasks = new TasksViewModel(composer, Runnable::run, Runnable::run);
  private final FakeComposerFiles files = new FakeComposerFiles();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void useAFolder() {
    tasks.setFiles(files, folder);
  }

  @Test
  void whatIsSavedInTheFolderIsAmongTheTasks() throws Exception {
    composer.take(TaskLibrary.find("capitals").orElseThrow());
    composer.fewShot().questionProperty().set("Peru");
    files.saved = folder.resolve("mine.json");

    tasks.saveFile();
    tasks.refresh();

    assertEquals("Saved as mine.json.", tasks.messageProperty().get());
    assertEquals(30, tasks.library().size());
    assertEquals(1, tasks.own().size());
    assertEquals("Peru", tasks.own().getFirst().firstTest().input());
    assertEquals(TaskFile.read(folder.resolve("mine.json")), tasks.own().getFirst());
  }

  @Test
  void aFileThatIsNoTaskIsNamedAndTheOthersAreThere() throws Exception {
    Files.writeString(folder.resolve("bad.json"), "{");
    var good = TaskLibrary.find("opposites").orElseThrow();
    Files.writeString(folder.resolve("good.json"), TaskFile.write(good));

    tasks.refresh();

    assertEquals(1, tasks.own().size());
    assertTrue(tasks.messageProperty().get().contains("bad.json"), tasks.messageProperty().get());
  }

  @Test
  void aTaskThatCannotBeSavedSaysSo() throws Exception {
    var taken = Files.writeString(folder.resolve("file"), "x");
    files.saved = taken.resolve("below.json");

    tasks.saveFile();

    assertFalse(tasks.messageProperty().get().isEmpty());
    assertFalse(tasks.messageProperty().get().contains("Exception"));
  }

  @Test
  void damagedFilesChangeNothingInTheOpenWork() throws Exception {
    var whole =
        TaskFile.write(TaskLibrary.find("sentiment").orElseThrow())
            .getBytes(StandardCharsets.UTF_8);
    var trial = composer.trialProperty().get();
    var random = new Random(11);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      var bytes = whole.clone();
      int changes = 1 + random.nextInt(4);
      for (int change = 0; change < changes; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      var file = Files.write(folder.resolve("damaged.json"), bytes);

      tasks.openFile(file);

      var message = tasks.messageProperty().get();
      if (!message.isEmpty()) {
        refused++;
        assertTrue(message.startsWith("damaged.json is no task that can be opened."), message);
        assertEquals(trial, composer.trialProperty().get());
      }
      composer.restore(
          Composition.TEXT,
          "Once",
          composer.zeroShot().promptProperty().get(),
          composer.fewShot().promptProperty().get(),
          Chat.FIRST);
      composer.answers().set(AnswersViewModel.Answers.NONE);
      trial = composer.trialProperty().get();
    }
    assertTrue(refused > 100, refused + " refused");
  }
}
