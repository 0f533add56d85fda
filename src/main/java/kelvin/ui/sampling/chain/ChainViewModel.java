package kelvin.ui.sampling.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;

/// The chain of stages as it is edited. Every change is a new chain; one that makes no sense is
/// refused with the reason and changes nothing.
public final class ChainViewModel {

  private final ReadOnlyObjectWrapper<SamplerChain> chain =
      new ReadOnlyObjectWrapper<>(this, "chain", MainStages.of(SamplerPreset.HUGGING_FACE));
  private final ReadOnlyObjectWrapper<Optional<SamplerPreset>> order =
      new ReadOnlyObjectWrapper<>(this, "order", Optional.of(SamplerPreset.HUGGING_FACE));
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Map<String, ChainSetting> settings = new HashMap<>();

  /// Whose stages, when one is added, whose default values and place it gets.
  private SamplerPreset engine = SamplerPreset.HUGGING_FACE;

  // Commands

  /// Back to the model's own distribution, in the order of the engine chosen last.
  public void reset() {
    take(MainStages.of(engine));
  }

  /// The stages that an engine uses by default, with its values, order and rule for ties.
  public void usePreset(SamplerPreset preset) {
    engine = preset;
    take(MainStages.with(preset));
  }

  /// An engine's order and rule for ties; what is set stays set.
  public void useOrder(SamplerPreset preset) {
    engine = preset;
    take(MainStages.ordered(chain.get(), preset));
  }

  /// Sets a whole chain, as one from a file.
  public void use(SamplerChain wanted) {
    take(wanted);
  }

  /// Sets a whole chain and the engine that stages added later are taken from.
  public void restore(SamplerPreset preset, SamplerChain wanted) {
    engine = preset;
    take(wanted);
  }

  /// The engine chosen last: whose values and places added stages get.
  public SamplerPreset engine() {
    return engine;
  }

  /// On or off, in its place and with its settings.
  public void switchTo(StageKind kind, boolean on) {
    take(chain.get().switched(kind, on));
  }

  /// Gives a stage other settings and switches it on; adds it where there is none.
  public void put(SamplerStage stage) {
    take(
        chain.get().find(stage.kind()).isPresent()
            ? chain.get().with(stage)
            : MainStages.inserted(chain.get(), stage, engine));
  }

  /// Adds a stage of a kind, on, with the engine's value, where the engine has it.
  public void add(StageKind kind) {
    if (chain.get().find(kind).isEmpty()) {
      put(MainStages.standard(kind, engine));
    }
  }

  /// Takes a stage out of the chain.
  public void remove(StageKind kind) {
    take(
        new SamplerChain(
            chain.get().entries().stream().filter(entry -> entry.stage().kind() != kind).toList()));
  }

  /// A stage as it is before anybody sets it, on or off as it is.
  public void resetStage(StageKind kind) {
    chain
        .get()
        .find(kind)
        .ifPresent(
            entry ->
                take(
                    chain
                        .get()
                        .with(
                            new SamplerChain.Entry(
                                MainStages.standard(kind, engine), entry.on()))));
  }

  /// Moves a stage by so many places, towards the front where negative.
  public void move(StageKind kind, int places) {
    moveTo(kind, placeOf(kind) + places);
  }

  /// Moves a stage to a place, 0-based.
  public void moveTo(StageKind kind, int place) {
    int from = placeOf(kind);
    if (from < 0 || place < 0 || place >= chain.get().entries().size() || place == from) {
      return;
    }
    try {
      take(chain.get().moved(from, place));
    } catch (IllegalArgumentException e) {
      problem.set("Not moved: " + e.getMessage() + ".");
    }
  }

  private int placeOf(StageKind kind) {
    var kinds = chain.get().entries().stream().map(entry -> entry.stage().kind()).toList();
    return kinds.indexOf(kind);
  }

  private void take(SamplerChain wanted) {
    problem.set("");
    order.set(MainStages.orderOf(wanted, engine));
    chain.set(wanted);
  }

  /// A setting moved to a value that it may have.
  void set(StageSetting setting, double value) {
    var entry = chain.get().find(setting.kind());
    if (setting.switchesOff() && value == setting.off()) {
      if (entry.isPresent()) {
        // Where the slider came from says nothing, so it comes back at a value that does something.
        var standard = MainStages.standard(setting.kind(), engine);
        take(chain.get().with(new SamplerChain.Entry(standard, false)));
      }
      return;
    }
    var stage =
        entry
            .map(SamplerChain.Entry::stage)
            .orElseGet(() -> MainStages.standard(setting.kind(), engine));
    var changed = setting.applied(stage, value);
    if (setting.primary() || entry.isEmpty()) {
      put(changed);
    } else {
      take(chain.get().with(new SamplerChain.Entry(changed, entry.get().on())));
    }
  }

  // Properties

  /// The stages in order, on and off.
  public ReadOnlyObjectProperty<SamplerChain> chainProperty() {
    return chain.getReadOnlyProperty();
  }

  /// The engine whose order the stages are in, if they are in one's.
  public ReadOnlyObjectProperty<Optional<SamplerPreset>> orderProperty() {
    return order.getReadOnlyProperty();
  }

  /// Why the last change was refused, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What cannot both be meant, each as a sentence.
  public List<String> contradictions() {
    return chain.get().contradictions();
  }

  /// A setting as a number that a slider can be bound to; off is its off value.
  public DoubleProperty setting(StageSetting setting) {
    return settings.computeIfAbsent(setting.id(), _ -> new ChainSetting(this, setting));
  }
}
