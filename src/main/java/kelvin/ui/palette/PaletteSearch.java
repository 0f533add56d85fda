package kelvin.ui.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.text.FuzzyMatch;
import kelvin.ui.control.command.CommandList.Entry;

/// Orders commands by how well they fit what the user typed, those used last first where they fit
/// equally well.
final class PaletteSearch {

  /// The number of commands that are remembered as used.
  private static final int MAX_RECENT = 8;

  /// A name with the words of its menu, or a note, counts less than the name alone.
  private static final double WITH_MENU = 12;

  private static final double IN_NOTE = 40;
  private static final double CANNOT_RUN = 4;

  private final List<String> recent = new ArrayList<>();

  /// A command that fits.
  ///
  /// @param letters the places in its name that fit
  /// @param isRecent true if it stands here because it was used last
  record Found(Entry entry, BitSet letters, boolean isRecent) {

    /// The words beside the name: the reason why it cannot run, else more about it.
    String about() {
      var command = entry.command();
      var why = command.hindranceProperty().getValue();
      if (!why.isEmpty()) {
        return why;
      }
      var on = command.state().filter(state -> state.getValue()).isPresent() ? "on" : "";
      var used = isRecent ? "used last" : "";
      return Stream.of(on, command.note(), used)
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining("  ·  "));
    }

    /// The whole row as a sentence, for screen readers.
    String describe() {
      return Stream.of(entry.name(), entry.command().keyText(), about())
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(", "));
    }
  }

  private record Scored(Found found, double score, int order) {}

  /// Remembers a command as the one used last.
  void used(String id) {
    recent.remove(id);
    recent.addFirst(id);
    while (recent.size() > MAX_RECENT) {
      recent.removeLast();
    }
  }

  List<Found> find(String query, List<Entry> entries) {
    var scored = new ArrayList<Scored>();
    for (int i = 0; i < entries.size(); i++) {
      score(query, entries.get(i), i).ifPresent(scored::add);
    }
    scored.sort(
        Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::order));
    return scored.stream().map(Scored::found).toList();
  }

  private Optional<Scored> score(String query, Entry entry, int place) {
    int used = recent.indexOf(entry.command().id());
    int order = used >= 0 ? used - MAX_RECENT : place;
    if (query.isBlank()) {
      return Optional.of(new Scored(new Found(entry, new BitSet(), used >= 0), 0, order));
    }
    double less = entry.command().canRun() ? 0 : CANNOT_RUN;
    return FuzzyMatch.of(query, entry.name())
        .map(match -> scored(entry, match, less, order))
        .or(() -> aside(query, entry, entry.menu() + " " + entry.name(), WITH_MENU + less, order))
        .or(() -> inNote(query, entry, order));
  }

  private static Scored scored(Entry entry, FuzzyMatch match, double less, int order) {
    return new Scored(new Found(entry, match.letters(), false), match.score() - less, order);
  }

  private static Optional<Scored> aside(
      String query, Entry entry, String text, double less, int order) {
    return FuzzyMatch.of(query, text)
        .map(
            match ->
                new Scored(new Found(entry, new BitSet(), false), match.score() - less, order));
  }

  private static Optional<Scored> inNote(String query, Entry entry, int order) {
    var note = entry.command().note().toLowerCase(Locale.ROOT);
    boolean fits =
        !note.isEmpty()
            && List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(note::contains);
    return fits
        ? Optional.of(new Scored(new Found(entry, new BitSet(), false), -IN_NOTE, order))
        : Optional.empty();
  }
}
