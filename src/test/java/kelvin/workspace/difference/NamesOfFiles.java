package kelvin.workspace.difference;

import kelvin.distribution.StageKind;

/// Words for tests without a window: those of files.
final class NamesOfFiles implements StageWords {

  @Override
  public String stage(StageKind kind) {
    return kind.label();
  }

  @Override
  public String setting(StageKind kind, String key) {
    return key;
  }

  @Override
  public Object value(String key, Object value) {
    return value;
  }
}
