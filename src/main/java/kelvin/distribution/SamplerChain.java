package kelvin.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The ordered list of stages between the model's logits and the draw, each on or off. Immutable
/// data, used by the window, the command line and files.
///
/// Each kind of stage occurs at most once. Stages that change single logits come before all
/// others: a penalty after a cut would bring removed tokens back or reorder the survivors.
///
/// @param entries in order
public record SamplerChain(List<Entry> entries) {

  /// The model's own distribution: nothing changed, nothing removed.
  public static final SamplerChain NEUTRAL = new SamplerChain(List.of());

  /// @param on whether the stage is active; an inactive stage keeps its place and its settings
  public record Entry(SamplerStage stage, boolean on) {}

  /// @throws IllegalArgumentException when a kind occurs twice or the order makes no sense
  public SamplerChain {
    entries = List.copyOf(entries);
    check(entries);
  }

  /// A chain of these stages, all on.
  public static SamplerChain of(SamplerStage... stages) {
    return new SamplerChain(Arrays.stream(stages).map(stage -> new Entry(stage, true)).toList());
  }

  private static void check(List<Entry> entries) {
    var seen = EnumSet.noneOf(StageKind.class);
    var ranked = Optional.<SamplerStage>empty();
    for (var entry : entries) {
      var stage = entry.stage;
      if (!seen.add(stage.kind())) {
        throw new IllegalArgumentException(stage.name() + " is in the chain twice");
      }
      if (!(stage instanceof LogitTransform)) {
        ranked = Optional.of(stage);
      } else if (ranked.isPresent()) {
        throw new IllegalArgumentException(
            stage.name()
                + " changes logits before they are ranked, so it must come before "
                + ranked.get().name());
      }
    }
  }

  /// The stages that are on, in order.
  public List<SamplerStage> active() {
    return entries.stream().filter(Entry::on).map(Entry::stage).toList();
  }

  public Optional<Entry> find(StageKind kind) {
    return entries.stream().filter(entry -> entry.stage.kind() == kind).findFirst();
  }

  /// The stages that change single logits, such as penalties and biases, without all others.
  public SamplerChain edits() {
    return new SamplerChain(
        entries.stream().filter(entry -> entry.stage instanceof LogitTransform).toList());
  }

  /// The stage of a kind, if it is on.
  public Optional<SamplerStage> active(StageKind kind) {
    return find(kind).filter(Entry::on).map(Entry::stage);
  }

  /// Adds this stage, switched on. It replaces the stage of its kind; without one, it goes to the
  /// end of its group.
  public SamplerChain with(SamplerStage stage) {
    return with(new Entry(stage, true));
  }

  /// Adds an entry, which may be off, in the same way.
  public SamplerChain with(Entry entry) {
    var changed = new ArrayList<>(entries);
    int place = placeOf(changed, other -> other.kind() == entry.stage.kind());
    if (place < changed.size()) {
      changed.set(place, entry);
    } else if (entry.stage instanceof LogitTransform) {
      changed.add(placeOf(changed, other -> !(other instanceof LogitTransform)), entry);
    } else {
      changed.add(entry);
    }
    return new SamplerChain(changed);
  }

  private static int placeOf(List<Entry> entries, Predicate<SamplerStage> wanted) {
    int place = 0;
    while (place < entries.size() && !wanted.test(entries.get(place).stage)) {
      place++;
    }
    return place;
  }

  /// Switches the stage of a kind on or off; returns the chain unchanged if there is none.
  public SamplerChain switched(StageKind kind, boolean on) {
    return find(kind).map(entry -> with(new Entry(entry.stage, on))).orElse(this);
  }

  /// Moves the entry from one index to another, both 0-based.
  ///
  /// @throws IllegalArgumentException when the new order makes no sense
  public SamplerChain moved(int from, int to) {
    var changed = new ArrayList<>(entries);
    changed.add(to, changed.remove(from));
    return new SamplerChain(changed);
  }

  /// Sorts the stages: those of `kinds` come first in their group, in that order.
  public SamplerChain ordered(List<StageKind> kinds) {
    var changed = new ArrayList<>(entries);
    changed.sort(
        Comparator.<Entry>comparingInt(entry -> entry.stage instanceof LogitTransform ? 0 : 1)
            .thenComparingInt(entry -> place(kinds, entry.stage.kind())));
    return new SamplerChain(changed);
  }

  private static int place(List<StageKind> kinds, StageKind kind) {
    int place = kinds.indexOf(kind);
    return place < 0 ? kinds.size() : place;
  }

  /// The temperature of the fixed temperature stage; 1 without one.
  public double fixedTemperature() {
    return active(StageKind.TEMPERATURE)
        .map(stage -> ((Temperature) stage).temperature())
        .orElse(1.0);
  }

  /// Checks that the tokens exist that the active stages name. A stage would ignore the others.
  ///
  /// @param logitCount the number of the model's logits
  /// @throws IllegalArgumentException naming the stage and the id
  public void checkTokens(int logitCount) {
    for (var stage : active()) {
      for (int id : stage.tokenIds()) {
        if (id >= logitCount) {
          throw new IllegalArgumentException(
              stage.name()
                  + ": there is no token "
                  + id
                  + "; the ids go from 0 to "
                  + (logitCount - 1));
        }
      }
    }
  }

  /// Settings that are valid but make no sense together, each described in a sentence.
  public List<String> contradictions() {
    return Contradictions.of(this);
  }
}
