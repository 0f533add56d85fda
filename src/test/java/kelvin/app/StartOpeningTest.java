package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.engine.ModelEvent;
import kelvin.ui.fx.FakePacer;
import kelvin.ui.playground.Notice;
import kelvin.ui.playground.PlaygroundViewModel;
import org.junit.jupiter.api.Test;

final class StartOpeningTest {

  private static final Path BUNDLED = Path.of("bundled");
  private static final Path OTHER = Path.of("other");

  private final List<Path> opened = new ArrayList<>();
  private final PlaygroundViewModel playground =
      new PlaygroundViewModel(new FakePacer(), Runnable::run, Runnable::run, Runnable::run);
  private final List<Path> sessions = new ArrayList<>();
  private final StartOpening opening =
      new StartOpening(playground, opened::add, sessions::add, BUNDLED);

  private void fail(Path folder) {
    var event = new ModelEvent.Failed(folder, "it is empty.", "Take another.");
    playground.show(event);
    opening.follow(event);
  }

  private String notice() {
    return playground.notices().noticeProperty().get().map(Notice::sentence).orElse("");
  }

  @Test
  void opensTheBundledModelWhenNothingIsAskedFor() {
    opening.open(Optional.empty());

    assertEquals(List.of(BUNDLED), opened);
    assertEquals("", notice());
  }

  @Test
  void opensTheModelThatIsAskedForAlone() {
    opening.open(Optional.of(new StartDocument.Model(OTHER)));

    assertEquals(List.of(OTHER), opened);
  }

  @Test
  void opensTheBundledModelWhenAProofRefusesTheOneThatWasOpen() {
    var distrusted = new ModelEvent.Distrusted(OTHER, 17, true);
    opening.open(Optional.of(new StartDocument.Model(OTHER)));
    playground.show(distrusted);
    opening.follow(distrusted);

    fail(OTHER);

    assertEquals(List.of(OTHER, BUNDLED), opened);
    assertTrue(notice().contains("it is empty."), notice());
  }

  @Test
  void opensASessionOnceTheBundledModelIsOnItsWay() {
    opening.open(Optional.of(new StartDocument.Session(Path.of("a.kelvin"))));

    assertEquals(List.of(BUNDLED), opened);
    assertEquals(List.of(Path.of("a.kelvin")), sessions);
  }

  @Test
  void fallsBackOnceAndSaysWhy() {
    opening.open(Optional.of(new StartDocument.Model(OTHER)));
    fail(OTHER);
    fail(BUNDLED);

    assertEquals(List.of(OTHER, BUNDLED), opened);
    assertTrue(notice().contains("it is empty."), notice());
  }

  @Test
  void opensTheBundledModelBelowTheSentenceAboutAMissingFile() {
    opening.open(Optional.of(new StartDocument.Unusable("a.kelvin: there is no such file.")));

    assertEquals(List.of(BUNDLED), opened);
    assertEquals("Not opened: a.kelvin: there is no such file.", notice());
  }
}
