package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import kelvin.display.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If this fails, a user cannot give up the export of a large table, or gets half of it as a file.
class ExportWorkTest {

  private final Queue<Runnable> background = new ArrayDeque<>();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private Runnable cancel = () -> {};

  private final ExportWork work =
      new ExportWork(
          background::add,
          Runnable::run,
          later::add,
          new ExportWork.Listener() {
            @Override
            public Runnable takesLong(String sentence, Runnable giveUp) {
              told.add(sentence);
              cancel = giveUp;
              return () -> told.add("ended");
            }

            @Override
            public void failed(String sentence) {
              told.add(sentence);
            }
          });

  private void begin(ExportWork.Job job) {
    work.run("Saving a.csv", "Not saved: ", job);
  }

  @Test
  void anExportThatIsCancelledLeavesNoFileAndSaysNoMore(@TempDir Path folder) throws Exception {
    var file = folder.resolve("a.csv");
    FigureMaker.Numbers endless =
        (_, out) -> {
          out.write("begun");
          out.flush();
          cancel.run();
          while (true) {
            out.write("1,2,3\n");
          }
        };
    begin(
        maker -> {
          maker.write(() -> null, endless, FigureFormat.CSV, 1, file);
          return () -> told.add("saved");
        });
    later.remove().run();
    background.remove().run();

    assertEquals(List.of("Saving a.csv …", "ended"), told);
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aShortExportShowsNoMessageThatWouldMoveTheWindow() {
    begin(_ -> () -> told.add("saved"));
    background.remove().run();
    later.remove().run();

    assertEquals(List.of("saved"), told);
  }

  @Test
  void anExportCancelledAtItsVeryEndIsNotCarriedOut() {
    begin(
        _ -> {
          cancel.run();
          return () -> told.add("copied");
        });
    later.remove().run();
    background.remove().run();

    assertEquals(List.of("Saving a.csv …", "ended"), told);
  }

  @Test
  void aFailureIsSaidInASentenceAfterTheMessageIsGone() {
    begin(
        _ -> {
          throw new IOException("the disk is full");
        });
    later.remove().run();
    background.remove().run();

    assertEquals(3, told.size());
    assertEquals("ended", told.get(1));
    assertTrue(told.get(2).startsWith("Not saved: "), told.get(2));
  }

  @Test
  void aTableOfADistributionIsCancelledToo(@TempDir Path folder) throws Exception {
    begin(
        maker -> {
          cancel.run();
          maker.write(
              FigureFixture.data(),
              FigureFixture.look(View.BARS),
              FigureFormat.CSV,
              1,
              folder.resolve("bars.csv"));
          return () -> told.add("saved");
        });
    later.remove().run();
    background.remove().run();

    assertEquals(List.of("Saving a.csv …", "ended"), told);
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
