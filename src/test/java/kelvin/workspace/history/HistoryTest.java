package kelvin.workspace.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private Instant now = Instant.EPOCH;
  private final History<String> history = new History<>("", () -> now);

  @Test
  void aBurstOfTypingIsOneChange() {
    type("O", "On", "Onc", "Once");

    assertEquals(Optional.of("typing"), history.undoName());
    assertEquals("", history.undo());
    assertEquals(Optional.empty(), history.undoName());
  }

  @Test
  void aPauseEndsABurst() {
    type("O", "On");
    now = now.plus(History.PAUSE);
    type("Onc", "Once");

    assertEquals("On", history.undo());
    assertEquals("", history.undo());
  }

  @Test
  void anotherChangeEndsABurst() {
    type("On");
    history.add("On, τ = 2", "temperature");
    history.add("On, τ = 3", "temperature");
    type("Once, τ = 3");

    assertEquals("On, τ = 3", history.undo());
    assertEquals(Optional.of("temperature"), history.undoName());
    assertEquals("On", history.undo());
    assertEquals(Optional.of("temperature"), history.redoName());
  }

  @Test
  void whatWasUndoneComesBackUntilSomethingElseIsDone() {
    type("On");
    history.add("Once", "pasting");
    history.undo();
    assertEquals("Once", history.redo());

    history.undo();
    history.add("Only", "dropping");

    assertEquals("Only", history.redo());
    assertEquals("On", history.undo());
  }

  @Test
  void afterUndoingTheSameKindOfChangeIsANewOne() {
    type("On", "Once");
    history.undo();
    type("T");

    assertEquals("", history.undo());
    assertEquals(Optional.empty(), history.undoName());
  }

  @Test
  void atItsEndsNothingHappens() {
    assertEquals("", history.undo());
    assertEquals("", history.redo());
  }

  @Test
  void whatDidNotChangeIsNoChange() {
    history.add("", "typing");

    assertEquals(Optional.empty(), history.undoName());
  }

  @Test
  void onlyTheLatestChangesAreKept() {
    for (int i = 0; i < History.MAX_STEPS + 10; i++) {
      history.endBurst();
      history.add("state " + i, "typing");
    }

    int undone = 0;
    for (; history.undoName().isPresent(); undone++) {
      history.undo();
    }

    assertEquals(History.MAX_STEPS, undone);
    assertEquals("state 9", history.present());
  }

  @Test
  void everyWayBackAndForthEndsWhereItBegan() {
    var random = new java.util.SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      now = now.plus(Duration.ofMillis(random.nextInt(3000)));
      history.add("state " + random.nextInt(50), "change " + random.nextInt(3));
    }
    var end = history.present();

    while (history.undoName().isPresent()) {
      history.undo();
    }
    assertEquals("", history.present());
    while (history.redoName().isPresent()) {
      history.redo();
    }

    assertEquals(end, history.present());
    assertTrue(history.undoName().isPresent());
  }

  private void type(String... states) {
    for (var state : states) {
      now = now.plusMillis(100);
      history.add(state, "typing");
    }
  }
}
