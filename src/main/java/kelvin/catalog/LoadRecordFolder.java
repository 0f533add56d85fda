package kelvin.catalog;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import kelvin.inference.LoadRecord;
import kelvin.inference.LoadRecords;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.text.Sha256;

/// Stores load records as files in a folder that may be deleted at any time.
///
/// The first line of a file is the checksum of the rest; the rest is JSON. A file with a wrong
/// checksum or key counts as missing.
public final class LoadRecordFolder implements LoadRecords {

  private static final Logger LOG = System.getLogger(LoadRecordFolder.class.getName());

  private final Path folder;

  /// @param folder created when the first record is stored
  public LoadRecordFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<LoadRecord> find(String key) {
    var file = fileOf(key);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var content = Files.readString(file);
      int end = content.indexOf('\n');
      var json = content.substring(end + 1);
      if (end < 0 || !content.substring(0, end).equals(checksum(json))) {
        return Optional.empty();
      }
      var object = JsonParser.parseString(json).getAsJsonObject();
      return object.get("key").getAsString().equals(key)
          ? Optional.of(recordOf(object))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "load record not used", e);
      return Optional.empty();
    }
  }

  @Override
  public void keep(String key, LoadRecord loadRecord) {
    var json = jsonOf(key, loadRecord).toString();
    try {
      Files.createDirectories(folder);
      // Another process may read at the same time. It sees either the old or the new file.
      var written = Files.createTempFile(folder, "record", ".tmp");
      Files.writeString(written, checksum(json) + "\n" + json);
      Files.move(written, fileOf(key), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "load record not kept", e);
    }
  }

  private Path fileOf(String key) {
    return folder.resolve(checksum(key) + ".json");
  }

  private static JsonObject jsonOf(String key, LoadRecord loadRecord) {
    var object = new JsonObject();
    object.addProperty("key", key);
    var facts = new JsonObject();
    loadRecord.facts().forEach(facts::addProperty);
    object.add("facts", facts);
    var probes = new JsonArray();
    for (var outcome : loadRecord.probes()) {
      var probe = new JsonObject();
      probe.addProperty("name", outcome.name());
      probe.addProperty("question", outcome.question());
      probe.addProperty("passed", outcome.passed());
      if (Double.isFinite(outcome.largestDifference())) {
        probe.addProperty("largestDifference", outcome.largestDifference());
      } else {
        probe.add("largestDifference", JsonNull.INSTANCE);
      }
      probes.add(probe);
    }
    object.add("probes", probes);
    return object;
  }

  private static LoadRecord recordOf(JsonObject object) {
    var facts = new LinkedHashMap<String, String>();
    object
        .getAsJsonObject("facts")
        .asMap()
        .forEach((name, value) -> facts.put(name, value.getAsString()));
    var probes = new ArrayList<ProbeOutcome>();
    for (var element : object.getAsJsonArray("probes")) {
      var probe = element.getAsJsonObject();
      var difference = probe.get("largestDifference");
      probes.add(
          new ProbeOutcome(
              probe.get("name").getAsString(),
              probe.get("question").getAsString(),
              probe.get("passed").getAsBoolean(),
              difference.isJsonNull() ? Double.NaN : difference.getAsDouble()));
    }
    return new LoadRecord(facts, probes);
  }

  private static String checksum(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
