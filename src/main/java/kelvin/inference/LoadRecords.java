package kelvin.inference;

import java.util.Optional;

/// Stores the results of first loads.
public interface LoadRecords {

  /// Stores nothing.
  LoadRecords NONE =
      new LoadRecords() {
        @Override
        public Optional<LoadRecord> find(String key) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, LoadRecord loadRecord) {}
      };

  /// @param key identifies everything that the result depends on
  Optional<LoadRecord> find(String key);

  /// Stores a record. A failure is ignored: the next load then runs the probes again.
  void keep(String key, LoadRecord loadRecord);
}
