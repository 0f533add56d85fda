package kelvin.ui.hub;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kelvin.hub.FetchPlan;
import kelvin.hub.GraphChoice;
import kelvin.hub.Listing;
import kelvin.hub.cache.PresentFiles;

/// A repository that was looked at: its graphs, and the bytes of its files that are here already.
public record Looked(Listing listing, List<GraphChoice> choices, PresentFiles present) {

  public Looked {
    choices = List.copyOf(choices);
  }

  /// The files that a graph needs.
  FetchPlan plan(GraphChoice choice) {
    return FetchPlan.of(listing, choice);
  }

  /// The bytes that are to be fetched for a graph.
  long missing(GraphChoice choice) {
    return present.missing(plan(choice).files());
  }

  /// The graph that is shown first: one that has begun to come, else the first.
  Optional<GraphChoice> first() {
    return choices.stream()
        .filter(choice -> begun(choice) > 0)
        .max(Comparator.comparingLong(this::begun))
        .or(() -> choices.stream().findFirst());
  }

  private long begun(GraphChoice choice) {
    return present.begun(choice.graphs()) + present.begun(choice.weights());
  }
}
