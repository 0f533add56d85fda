package kelvin.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.inference.LoadRecord;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadRecordFolderTest {

  private static final String KEY = "model.onnx 12 2026-01-01";
  private static final LoadRecord FOUND =
      new LoadRecord(
          Map.of("logitCount", "264"),
          List.of(
              new ProbeOutcome("finite", "Are they numbers?", true, Double.NaN),
              new ProbeOutcome("causal", "Is it causal?", false, 0.1)));

  @TempDir private Path cache = Path.of("");

  @Test
  void aStoredRecordIsFoundByEveryReader() {
    records().keep(KEY, FOUND);

    assertEquals(Optional.of(FOUND), records().find(KEY));
    assertEquals(Optional.empty(), records().find(KEY + "1"));
  }

  @Test
  void theLatestIsFound() {
    records().keep(KEY, FOUND);
    records().keep(KEY, new LoadRecord(Map.of(), List.of()));

    assertEquals(List.of(), records().find(KEY).orElseThrow().probes());
  }

  @Test
  void anEntryWithAnyChangedByteCountsAsMissing() throws IOException {
    records().keep(KEY, FOUND);
    var file = onlyFile();
    byte[] sound = Files.readAllBytes(file);

    for (int at = 0; at < sound.length; at++) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);

      assertEquals(Optional.empty(), records().find(KEY), "byte " + at);
    }
  }

  @Test
  void aTruncatedOrEmptyEntryCountsAsMissing() throws IOException {
    records().keep(KEY, FOUND);
    var file = onlyFile();
    var sound = Files.readString(file);

    for (int length = 0; length < sound.length(); length += 7) {
      Files.writeString(file, sound.substring(0, length));

      assertEquals(Optional.empty(), records().find(KEY), "length " + length);
    }
  }

  @Test
  void aFolderThatCannotBeCreatedIsIgnored() throws IOException {
    var file = Files.writeString(cache.resolve("file"), "");
    var records = new LoadRecordFolder(file.resolve("records"));

    records.keep(KEY, FOUND);

    assertEquals(Optional.empty(), records.find(KEY));
  }

  @Test
  void nothingElseIsLeftInTheFolder() throws IOException {
    records().keep(KEY, FOUND);

    assertTrue(onlyFile().toString().endsWith(".json"));
  }

  private LoadRecordFolder records() {
    return new LoadRecordFolder(cache.resolve("records"));
  }

  private Path onlyFile() throws IOException {
    try (var files = Files.list(cache.resolve("records"))) {
      var all = files.toList();
      assertEquals(1, all.size());
      return all.getFirst();
    }
  }
}
