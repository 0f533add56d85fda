package kelvin.onnx.proof;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kelvin.inference.LoadRecord;
import kelvin.inference.LoadRecords;

/// Keeps load records in memory as well, for the time of the program.
public final class RememberedRecords implements LoadRecords {

  private final LoadRecords stored;
  private final Map<String, LoadRecord> remembered = new ConcurrentHashMap<>();

  public RememberedRecords(LoadRecords stored) {
    this.stored = stored;
  }

  @Override
  public Optional<LoadRecord> find(String key) {
    var known = remembered.get(key);
    return known == null ? stored.find(key) : Optional.of(known);
  }

  @Override
  public void keep(String key, LoadRecord loadRecord) {
    remembered.put(key, loadRecord);
    stored.keep(key, loadRecord);
  }
}
