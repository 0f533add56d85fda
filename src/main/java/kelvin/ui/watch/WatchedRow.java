package kelvin.ui.watch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.ui.control.Numbers;

/// A line of the watched tokens: one spelling, or several that count as one.
///
/// @param spellings at least one
/// @param numbers in the distribution on show; none without one
/// @param history the probability of each position's distribution, by position from 0 on, of the
///     model's own; NaN where it is not in memory
public record WatchedRow(
    List<Spelling> spellings, Optional<WatchedNumbers> numbers, List<Double> history) {

  public WatchedRow {
    spellings = List.copyOf(spellings);
    history = List.copyOf(history);
  }

  static WatchedRow of(List<Spelling> spellings) {
    return new WatchedRow(spellings, Optional.empty(), List.of());
  }

  WatchedRow with(Optional<WatchedNumbers> numbers, List<Double> history) {
    return new WatchedRow(spellings, numbers, history);
  }

  public boolean isJoined() {
    return spellings.size() > 1;
  }

  /// The exact texts.
  public List<String> texts() {
    return spellings.stream().map(Spelling::text).toList();
  }

  /// The tokens that are followed, each once.
  public List<Integer> tokenIds() {
    return spellings.stream()
        .filter(spelling -> !spelling.ids().isEmpty())
        .map(spelling -> spelling.ids().getFirst())
        .distinct()
        .toList();
  }

  /// Its spellings for people; one of several tokens ends in an ellipsis, as only its first is
  /// followed.
  public String label() {
    return spellings.stream()
        .map(spelling -> spelling.visibleText() + (spelling.ids().size() > 1 ? "…" : ""))
        .collect(Collectors.joining(" + "));
  }

  /// What must be said of its spellings, a sentence a line, or empty.
  public String note() {
    return spellings.stream()
        .map(Spelling::note)
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// All its numbers in words.
  public String describe() {
    var ids = tokenIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    var head = label() + (ids.isEmpty() ? "" : "  id " + ids);
    return numbers
        .map(
            now ->
                "%s%nrank %s · logit %s%np %s %% · at τ %s %% · final %s %%%s"
                    .formatted(
                        head,
                        Numbers.count(now.rank()),
                        Numbers.twoDecimals(now.logit()),
                        Numbers.percent(now.probability()),
                        Numbers.percent(now.scaledProbability()),
                        Numbers.percent(now.finalProbability()),
                        now.removedBy().isEmpty() ? "" : "\nremoved by " + now.removedBy()))
        .orElse(head);
  }

  /// What its line over the positions shows.
  public String describeHistory() {
    long known = history.stream().filter(p -> !Double.isNaN(p)).count();
    if (known == 0) {
      return "";
    }
    double max = history.stream().filter(p -> !Double.isNaN(p)).reduce(0.0, Math::max);
    var all =
        known == history.size()
            ? "after each of " + positions(history.size())
            : "after %s of %s, as far as they are in memory"
                .formatted(Numbers.count(known), positions(history.size()));
    return "the model’s own p %s, at most %s %%".formatted(all, Numbers.percent(max));
  }

  private static String positions(int count) {
    return count == 1 ? "1 position" : Numbers.count(count) + " positions";
  }
}
