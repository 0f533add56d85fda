package kelvin.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandList.Entry;
import org.junit.jupiter.api.Test;

/// A user finds a command with few letters, and the one used last without any.
class PaletteSearchTest {

  private final PaletteSearch search = new PaletteSearch();

  @Test
  void withoutWordsTheLastUsedComeFirstAndTheOthersKeepTheirOrder() {
    search.used("Step");
    search.used("Quit");

    assertEquals(List.of("Quit", "Step", "Save", "Pin"), found("", "Save", "Step", "Pin", "Quit"));
  }

  @Test
  void ofTwoThatFitAlikeTheOneUsedLastComesFirst() {
    search.used("Pin b");

    assertEquals(List.of("Pin b", "Pin a"), found("pin", "Pin a", "Pin b"));
  }

  @Test
  void theBetterFitComesBeforeTheOneUsedLast() {
    search.used("Stop opening");

    assertEquals("Open", found("open", "Stop opening", "Open").getFirst());
  }

  @Test
  void theWordsOfTheMenuFindACommandToo() {
    assertEquals(List.of("Undo"), found("edit undo", "Undo", "Step"));
  }

  @Test
  void theWordsAboutACommandFindItLast() {
    var noted = entry(Command.of("a", "Sums", () -> {}).says("What a made-up sign does"));
    var named = entry(Command.of("b", "A sign", () -> {}));

    assertEquals(
        List.of("A sign", "Sums"),
        search.find("sign", List.of(noted, named)).stream()
            .map(found -> found.entry().name())
            .toList());
  }

  @Test
  void theReasonWhyACommandCannotRunIsShown() {
    var why = new SimpleStringProperty("Nothing to undo.");
    var undo = Command.of("undo", "Undo", () -> {}).unless(why);

    var found = search.find("undo", List.of(entry(undo))).getFirst();

    assertEquals("Nothing to undo.", found.about());
    assertTrue(found.describe().contains("Nothing to undo."));
  }

  private List<String> found(String query, String... names) {
    var entries = Stream.of(names).map(name -> entry(Command.of(name, name, () -> {}))).toList();
    return search.find(query, entries).stream().map(found -> found.entry().name()).toList();
  }

  private static Entry entry(Command command) {
    return new Entry("Edit", "", command);
  }
}
