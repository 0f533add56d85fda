package kelvin.ui.hub;

import java.util.ArrayList;
import java.util.List;
import kelvin.hub.FoundModel;
import kelvin.hub.RepositoryId;
import kelvin.hub.Suggestion;
import kelvin.text.Count;

/// A model that can be looked at.
///
/// @param title as people call it
/// @param note what it is good for, or how often it was downloaded
/// @param facts license, sizes and access, as far as they are known
public record Offer(RepositoryId id, String title, String note, String facts) {

  static Offer of(Suggestion each) {
    return new Offer(
        each.id(),
        each.name(),
        each.goodFor(),
        joined(each.id().text(), each.license(), each.sizes()));
  }

  static Offer of(FoundModel each) {
    return new Offer(
        each.id(),
        each.id().text(),
        each.downloads() < 0 ? "" : Count.of(each.downloads()) + " downloads last month",
        joined(each.license(), each.task(), each.gated() ? "after accepting its conditions" : ""));
  }

  private static String joined(String... texts) {
    var all = new ArrayList<String>();
    for (var text : texts) {
      if (!text.isEmpty()) {
        all.add(text);
      }
    }
    return String.join(" · ", all);
  }

  /// All of it in one line, for a screen reader.
  String spoken() {
    return String.join(
        ", ", List.of(title, note, facts).stream().filter(text -> !text.isEmpty()).toList());
  }
}
