package kelvin.workspace.difference;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerChain.Entry;
import kelvin.distribution.StageKind;

/// Compares two sampler chains: their stages, the settings of each, and their order.
final class StageDifference {

  private final Differences found;
  private final StageWords words;

  StageDifference(Differences found, StageWords words) {
    this.found = found;
    this.words = words;
  }

  void compare(SamplerChain disk, SamplerChain here) {
    for (var kind : StageKind.values()) {
      compare(kind, disk.find(kind), here.find(kind));
    }
    compareOrder(common(disk, here), common(here, disk));
  }

  private void compare(StageKind kind, Optional<Entry> disk, Optional<Entry> here) {
    if (disk.isPresent() && here.isPresent()) {
      compare(kind, disk.get(), here.get());
    } else if (disk.isPresent() || here.isPresent()) {
      found.add(
          "The stage "
              + words.stage(kind)
              + " is only "
              + (disk.isPresent() ? "on disk." : "here."));
    }
  }

  private void compare(StageKind kind, Entry disk, Entry here) {
    found.compare("The stage " + words.stage(kind), disk.on(), here.on());
    var keys = new TreeSet<String>(disk.stage().settings().keySet());
    keys.addAll(here.stage().settings().keySet());
    for (var key : keys) {
      found.compare(nameOf(kind, key), value(disk, key), value(here, key));
    }
  }

  private String nameOf(StageKind kind, String key) {
    var stage = words.stage(kind);
    return key.equals(kind.mainSetting())
        ? stage
        : "The setting “" + words.setting(kind, key) + "” of " + stage;
  }

  private Optional<Object> value(Entry entry, String key) {
    return Optional.<Object>ofNullable(entry.stage().settings().get(key))
        .map(value -> words.value(key, value));
  }

  /// The names of the stages that are in the other chain too, in the order of this one.
  private List<String> common(SamplerChain chain, SamplerChain other) {
    return chain.entries().stream()
        .map(entry -> entry.stage().kind())
        .filter(kind -> other.find(kind).isPresent())
        .map(words::stage)
        .toList();
  }

  /// Names only the stages from the first to the last that have another place.
  private void compareOrder(List<String> disk, List<String> here) {
    if (disk.equals(here)) {
      return;
    }
    int first = 0;
    while (disk.get(first).equals(here.get(first))) {
      first++;
    }
    int end = disk.size();
    while (disk.get(end - 1).equals(here.get(end - 1))) {
      end--;
    }
    boolean isWhole = first == 0 && end == disk.size();
    found.compare(
        "The order of " + (isWhole ? "the" : "some") + " stages",
        disk.subList(first, end),
        here.subList(first, end));
  }
}
