package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadRecord;
import kelvin.inference.LoadRecords;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The second load of the same files reuses the results of the first.
final class LoadRecordsTest {

  private static final ToyModel TOY = ToyModel.small(6);
  private static final int[] PROBE_IDS = {40, 80, 120, 160};

  @TempDir Path folder;
  private final FakeRecords records = new FakeRecords();

  @Test
  void theSecondLoadReportsTheProbesOfTheFirst() throws Exception {
    ToyFolder.write(folder, TOY);
    List<ProbeOutcome> first;
    try (var model = open()) {
      first = model.descriptor().probes();
    }
    var key = records.kept.keySet().iterator().next();
    var marked = new ProbeOutcome("mark", "Was this read?", true, 0);
    records.kept.compute(
        key, (_, old) -> new LoadRecord(old == null ? Map.of() : old.facts(), List.of(marked)));

    try (var model = open()) {
      assertTrue(first.size() > 3);
      assertEquals(List.of(marked), model.descriptor().probes());
      assertEquals(TOY.vocabulary(), model.descriptor().logitCount());
      assertTrue(
          Models.difference(
                  Models.rows(model, new int[] {1, 2, 3}, 0), List.of(TOY.logits(1, 2, 3)))
              < 1e-4);
    }
  }

  @Test
  void aModelIsKnownAfterItsFirstLoadUntilAFileChanges() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA);
    open().close();
    open().close();
    assertEquals(1, records.kept.size());

    Files.setLastModifiedTime(folder.resolve("model.onnx_data"), FileTime.fromMillis(1000));
    open().close();

    assertEquals(2, records.kept.size());
  }

  @Test
  void theCopyOfTheGraphIsMadeOnceAndADamagedOneIsNotUsed() throws Exception {
    ToyFolder.write(folder, TOY);
    open().close();
    var record = records.kept.values().iterator().next();
    var copy = record.facts().get("copy");
    assertTrue(copy != null && copy.length() > 100, record::toString);

    for (var stored : List.of(copy, "no copy", "", copy.substring(0, copy.length() / 2))) {
      var facts = new HashMap<>(record.facts());
      facts.put("copy", stored);
      records.kept.replaceAll((_, old) -> new LoadRecord(facts, old.probes()));
      try (var model = open()) {
        var rows = Models.rows(model, new int[] {1, 2, 3}, 2);
        assertTrue(Models.difference(rows, List.of(TOY.logits(1, 2, 3)[2])) < 1e-4, stored);
      }
    }
  }

  @Test
  void anotherConfigurationIsAnotherModel() throws Exception {
    ToyFolder.write(folder, TOY);
    var key = loader().keyOf(found());

    Files.writeString(folder.resolve("config.json"), "{\"head_dim\": 3}");

    assertNotEquals(key, loader().keyOf(found()));
  }

  @Test
  void aModelThatIsRefusedIsRefusedAgainWithoutProbes() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.SEES_LATER_TOKENS);

    var first = assertThrows(ModelLoadException.class, this::open);
    var second = assertThrows(ModelLoadException.class, this::open);

    assertEquals(first.reason(), second.reason());
    assertEquals(1, records.kept.size());
  }

  private LanguageModel open() throws ModelLoadException {
    return loader().load(found(), PROBE_IDS);
  }

  private OnnxModelLoader loader() {
    return new OnnxModelLoader(1, records);
  }

  private ModelFolder found() throws ModelLoadException {
    return new ModelFolderReader().read(folder);
  }

  private static final class FakeRecords implements LoadRecords {

    private final Map<String, LoadRecord> kept = new HashMap<>();

    @Override
    public Optional<LoadRecord> find(String key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void keep(String key, LoadRecord loadRecord) {
      kept.put(key, loadRecord);
    }
  }
}
