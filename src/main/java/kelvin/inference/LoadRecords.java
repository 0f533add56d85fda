package kelvin.inference;

import java.util.Optional;

/// Remembers what the first loads of models found out.
public interface LoadRecords {

  /// Remembers nothing.
  LoadRecords NONE =
      new LoadRecords() {
        @Override
        public Optional<LoadRecord> find(String key) {
          return Optional.empty();
        }

        @Override
        public void keep(String key, LoadRecord loadRecord) {}
      };

  /// @param key of everything that the outcome depends on
  Optional<LoadRecord> find(String key);

  /// Failing to remember is no failure: the next load finds out anew.
  void keep(String key, LoadRecord loadRecord);
}
