package kelvin.ui.path.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.engine.expansion.Expanded;
import kelvin.engine.expansion.Prefix;

/// The beginnings of an expansion with those that a beam search kept: the latter are marked, and
/// added behind the others where the expansion did not find them.
final class WalkedPrefixes {

  /// @param parent the place of the beginning before it
  private record Step(int parent, int id) {}

  private final List<Prefix> all;
  private final Map<Step, Integer> places = new HashMap<>();
  private final Set<Integer> walked = new HashSet<>();

  WalkedPrefixes(Expanded expanded) {
    all = new ArrayList<>(expanded.prefixes());
    for (int i = 0; i < all.size(); i++) {
      places.put(new Step(all.get(i).parent(), all.get(i).id()), i);
    }
    expanded.beam().ifPresent(loss -> walk(loss.beam().kept()));
  }

  private void walk(List<Prefix> kept) {
    var placeOf = new int[kept.size()];
    for (int i = 0; i < kept.size(); i++) {
      var each = kept.get(i);
      int parent = each.parent() < 0 ? -1 : placeOf[each.parent()];
      placeOf[i] = places.computeIfAbsent(new Step(parent, each.id()), _ -> add(parent, each));
      walked.add(placeOf[i]);
    }
  }

  private int add(int parent, Prefix each) {
    all.add(new Prefix(parent, each.id(), each.depth(), each.logProbability(), each.leaf()));
    return all.size() - 1;
  }

  /// Each after the one before it.
  List<Prefix> all() {
    return List.copyOf(all);
  }

  /// The places of those that the beam kept.
  Set<Integer> walked() {
    return Set.copyOf(walked);
  }
}
