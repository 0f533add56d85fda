package kelvin.inference.folder;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.inference.ModelLoadException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody's hub cache opens if links out of a folder are refused, and any file of the user is read
/// if they are followed.
final class ModelLinksTest {

  @TempDir Path place;
  private Path snapshot;

  @BeforeEach
  void cache() throws Exception {
    snapshot = Files.createDirectories(place.resolve("hub/models--a--b/snapshots/c/deep"));
    for (var name :
        new String[] {
          "hub/models--a--b/blobs/x", "hub/models--o--o/blobs/x", "hub/models--a--b/blobs2/x", "x"
        }) {
      Files.createDirectories(place.resolve(name).getParent());
      Files.writeString(place.resolve(name), "x");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../blobs/x", "x"})
  void aSnapshotMayLeadToTheBlobsOfItsRepository(String target) throws Exception {
    Files.writeString(snapshot.resolve("x"), "x");
    var link = Files.createSymbolicLink(snapshot.resolve("config.json"), Path.of(target));

    assertDoesNotThrow(() -> ModelLinks.check(snapshot, link));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../../x",
        "../../../../models--o--o/blobs/x",
        "../../../blobs2/x",
        "../../../blobs/../../../x"
      })
  void aSnapshotMayLeadNowhereElse(String target) throws Exception {
    var link = Files.createSymbolicLink(snapshot.resolve("config.json"), Path.of(target));

    var refusal = assertThrows(ModelLoadException.class, () -> ModelLinks.check(snapshot, link));

    assertEquals(
        "this is a link to " + link.toRealPath() + ", outside the model's folder.",
        refusal.reason());
  }

  @Test
  void anOrdinaryFolderMayBeALinkButMayNotLeadOut() throws Exception {
    var folder = Files.createDirectory(place.resolve("model"));
    Files.writeString(folder.resolve("config.json"), "{}");
    var chosen = Files.createSymbolicLink(place.resolve("chosen"), folder);
    Files.createSymbolicLink(folder.resolve("inside"), Path.of("config.json"));
    Files.createSymbolicLink(folder.resolve("outside"), place.resolve("x"));

    assertDoesNotThrow(() -> ModelLinks.check(chosen, chosen.resolve("inside")));
    assertThrows(
        ModelLoadException.class, () -> ModelLinks.check(chosen, chosen.resolve("outside")));
  }
}
