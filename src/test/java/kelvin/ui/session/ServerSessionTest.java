package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.engine.FakeLanguageModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.server.ServerPlace;
import kelvin.ui.session.SessionModels.Folder;
import kelvin.workspace.SessionFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests sessions of models on servers. If these fail, a session sends a prompt over the network
/// before the user asks, or work done on a server cannot go on. Runs without the toolkit.
final class ServerSessionTest {

  private static final String ADDRESS = "oip+http://gpu:8000/v2/models/tiny";

  @TempDir private Path folder = Path.of("");
  private final List<ServerPlace> asked = new ArrayList<>();
  private final List<Path> opened = new ArrayList<>();
  private Path file = Path.of("");
  private SessionBench bench = new SessionBench(Path.of(""));

  @BeforeEach
  void workOnAServer() {
    file = folder.resolve("work.kelvin");
    bench = new SessionBench(folder.resolve("autosave"));
    bench.openModel(on(ADDRESS));
    bench.questions.choose(file);
    bench.step();
    bench.step();
    bench.act(bench.session::save);
  }

  private ServerPlace place(String address) {
    return new ServerPlace(address, folder.resolve("tokenizer"));
  }

  private FakeLanguageModel on(String address) {
    return new FakeLanguageModel().on(place(address));
  }

  private Path standing() {
    return folder.resolve("tiny.kelvin-server");
  }

  /// A window in which this server was used before.
  private SessionBench another() {
    var other = SessionBench.withModel(folder.resolve("other"));
    other.playground.model().setOnOpen(opened::add);
    other
        .playground
        .model()
        .setServers(
            wanted -> {
              asked.add(wanted);
              return standing();
            });
    other.playground.model().recentFolders().add(standing());
    return other;
  }

  @Test
  void theWorkIsThereAndTheServerIsAskedOnlyWhenTheUserConnects() {
    var tokens = bench.tokens();
    var other = another();

    other.act(() -> other.session.openFile(file));

    assertEquals("Once", other.text());
    assertEquals(List.of(), opened);
    assertEquals(List.of(), asked);
    assertTrue(
        other
            .notice()
            .startsWith(
                "This session was made with fake, on the server "
                    + ADDRESS
                    + ", to which nothing is sent before you connect; it opens with fake."),
        other.notice());

    other.acceptNotice();

    assertEquals(List.of(place(ADDRESS)), asked);
    assertEquals(List.of(standing()), opened);
    other.openModel(on(ADDRESS));
    assertEquals(tokens, other.tokens());
    assertFalse(other.session.dirtyProperty().get());
  }

  @Test
  void theSessionKeepsTheAddressAndTheTokenizerAndNothingElseOfTheServer() throws Exception {
    var text = Files.readString(file);
    var model = SessionFile.read(file).model().orElseThrow();

    assertTrue(text.contains("\"address\": \"" + ADDRESS + "\""), text);
    assertEquals(folder.resolve("tokenizer").toString(), model.server().orElseThrow().tokenizer());
    assertFalse(text.toLowerCase(Locale.ROOT).contains("key\""), text);
  }

  @Test
  void aSessionOfTheOpenServerAsksNothing() {
    bench.type("More work");
    bench.questions.answer(Questions.Unsaved.LET_GO);

    bench.act(() -> bench.session.openFile(file));

    assertEquals("", bench.notice());
    assertEquals(2, bench.tokens().size());
  }

  @Test
  void anotherServerWithTheSameTokensIsAnotherModel() {
    var other = another();
    other.openModel(on("oip+http://elsewhere:8000/v2/models/tiny"));

    other.act(() -> other.session.openFile(file));

    assertTrue(other.notice().contains(ADDRESS), other.notice());
    assertEquals(List.of(), asked);
  }

  @Test
  void aSessionOfAnEarlierVersionNamesOnlyTheFileAndIsAskedAboutToo() throws Exception {
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("\"folder\": \"[^\"]*\"", "\"folder\": \"" + standing() + "\"")
            .replaceAll("\"address\": \"[^\"]*\",", "")
            .replaceAll(",\\s*\"tokenizer\": \"[^\"]*\"", "")
            .replace("\"bytes\": ", "\"bytes\": 1"));
    Files.writeString(standing(), "{}");
    var other = another();

    other.act(() -> other.session.openFile(file));
    assertEquals(List.of(), opened);
    assertTrue(other.notice().contains("nothing is sent before you connect"), other.notice());

    other.acceptNotice();
    assertEquals(List.of(standing()), opened);
    assertEquals(List.of(), asked);
  }

  @Test
  void workThatACrashLeftBehindIsNotConnectedEither() throws Exception {
    assertEquals(Folder.ON_SERVER, SessionModels.findTrusted(SessionFile.read(file)));
  }

  @Test
  void aPlaceThatCannotBeUsedSaysWhyAndTheWorkStays() {
    var other = another();
    other
        .playground
        .model()
        .setServers(
            wanted -> {
              throw new ModelLoadException(
                  wanted.tokenizer(), "the address names no host.", "Give another one.");
            });

    other.act(() -> other.session.openFile(file));
    other.acceptNotice();

    assertEquals("Not opened: the address names no host. Give another one.", other.notice());
    assertEquals("Once", other.text());
    assertEquals(List.of(), opened);
  }
}
