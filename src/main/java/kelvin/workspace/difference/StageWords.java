package kelvin.workspace.difference;

import kelvin.distribution.StageKind;

/// The words of the window for the stages of a chain. Files have words of their own, which nobody
/// reads on the cards.
public interface StageWords {

  /// The name of a stage, which is the name of its main setting too.
  String stage(StageKind kind);

  /// The name of a further setting.
  ///
  /// @param key its name in files
  String setting(StageKind kind, String key);

  /// The value of a setting as the window says it.
  ///
  /// @param key the name of the setting in files
  Object value(String key, Object value);
}
