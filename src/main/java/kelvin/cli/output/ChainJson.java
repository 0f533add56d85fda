package kelvin.cli.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageRecord;
import kelvin.text.json.Json;

/// Writes a chain as files hold it.
public final class ChainJson {

  private final Json json;

  public ChainJson(Json json) {
    this.json = json;
  }

  /// The members of a sampler file.
  public void file(SamplerChain chain) throws IOException {
    json.member("version", SamplerFile.VERSION);
    json.array("stages", () -> stages(StageRecord.of(chain)));
  }

  /// The elements of an array.
  void stages(List<StageRecord> records) throws IOException {
    for (var record : records) {
      json.object(
          () -> {
            json.member("stage", record.stage());
            json.member("on", record.on());
            settings(record.settings());
          });
    }
  }

  private void settings(Map<?, ?> settings) throws IOException {
    for (var setting : settings.entrySet()) {
      var name = String.valueOf(setting.getKey());
      switch (setting.getValue()) {
        case Integer whole -> json.member(name, whole.longValue());
        case Number number -> json.member(name, number.doubleValue());
        case Boolean flag -> json.member(name, flag.booleanValue());
        case List<?> list -> json.array(name, () -> elements(list));
        case Object text -> json.member(name, text.toString());
      }
    }
  }

  private void elements(List<?> list) throws IOException {
    for (var element : list) {
      switch (element) {
        case Integer id -> json.element(id);
        case Map<?, ?> map -> json.object(() -> settings(map));
        case List<?> inner -> json.array(() -> elements(inner));
        default -> json.element(String.valueOf(element));
      }
    }
  }
}
