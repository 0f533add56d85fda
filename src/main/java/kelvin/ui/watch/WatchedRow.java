package kelvin.ui.watch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.ui.control.Numbers;

/// A row of the watched tokens: one spelling, or several that count as one.
///
/// @param spellings at least one
/// @param numbers in the visible distribution; none without one
/// @param history the model's own probability at each position, from 0; NaN where it is not in
///     memory
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

  /// The watched tokens, each once.
  public List<Integer> tokenIds() {
    return spellings.stream()
        .filter(spelling -> !spelling.ids().isEmpty())
        .map(spelling -> spelling.ids().getFirst())
        .distinct()
        .toList();
  }

  /// The spellings with white space made visible. A spelling of several tokens ends in an ellipsis,
  /// because only its first token is watched.
  public String label() {
    return spellings.stream()
        .map(spelling -> spelling.visibleText() + (spelling.ids().size() > 1 ? "…" : ""))
        .collect(Collectors.joining(" + "));
  }

  /// Remarks on the spellings, one sentence per line, or empty.
  public String note() {
    return spellings.stream()
        .map(Spelling::note)
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// All numbers of the row in words.
  public String describe() {
    var ids = tokenIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    var head = label() + (ids.isEmpty() ? "" : "  id " + ids);
    return numbers
        .map(
            now ->
                "%s%nrank %s · logit %s%nmodel (τ = 1) %s %% · at τ %s %% · final %s %%%s"
                    .formatted(
                        head,
                        Numbers.count(now.rank()),
                        Numbers.twoDecimals(now.logit()),
                        Numbers.percent(now.probability()),
                        Numbers.percent(now.scaledProbability()),
                        Numbers.percent(now.finalProbability()),
                        now.fate().isEmpty() ? "" : "\n" + now.fate()))
        .orElse(head);
  }

  /// Describes its line over the positions in words.
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
    return "model (τ = 1) %s, at most %s %%".formatted(all, Numbers.percent(max));
  }

  private static String positions(int count) {
    return count == 1 ? "1 position" : Numbers.count(count) + " positions";
  }
}
