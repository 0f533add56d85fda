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
import kelvin.distribution.arrangement.MainStages;

/// The chain of stages during editing. Every edit makes a new chain; an invalid one is refused with
/// a reason and changes nothing.
public final class ChainViewModel {

  private final ReadOnlyObjectWrapper<SamplerChain> chain =
      new ReadOnlyObjectWrapper<>(this, "chain", MainStages.of(SamplerPreset.HUGGING_FACE));
  private final ReadOnlyObjectWrapper<Optional<SamplerPreset>> order =
      new ReadOnlyObjectWrapper<>(this, "order", Optional.of(SamplerPreset.HUGGING_FACE));
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Map<String, ChainSetting> settings = new HashMap<>();

  /// The engine that gives added stages their default values and places.
  private SamplerPreset engine = SamplerPreset.HUGGING_FACE;

  // Commands

  /// Resets the chain to the model's own distribution, in the order of the last chosen engine.
  public void reset() {
    take(MainStages.of(engine));
  }

  /// Uses the stages that an engine has on by default, with its values, order and rule for ties.
  public void usePreset(SamplerPreset preset) {
    engine = preset;
    take(MainStages.with(preset));
  }

  /// Uses an engine's order and rule for ties, and keeps all values.
  public void useOrder(SamplerPreset preset) {
    engine = preset;
    take(MainStages.ordered(chain.get(), preset));
  }

  /// Replaces the whole chain, for example by one from a file.
  public void use(SamplerChain wanted) {
    take(wanted);
  }

  /// Replaces the whole chain, and the engine that later stages are taken from.
  public void restore(SamplerPreset preset, SamplerChain wanted) {
    engine = preset;
    take(wanted);
  }

  /// The last chosen engine, which gives added stages their values and places.
  public SamplerPreset engine() {
    return engine;
  }

  /// Switches a stage on or off, in its place and with its settings.
  public void switchTo(StageKind kind, boolean on) {
    take(chain.get().switched(kind, on));
  }

  /// Replaces the settings of a stage and switches it on; adds it if it is missing.
  public void put(SamplerStage stage) {
    take(
        chain.get().find(stage.kind()).isPresent()
            ? chain.get().with(stage)
            : MainStages.inserted(chain.get(), stage, engine));
  }

  /// Adds a stage of a kind and switches it on, with the engine's value and place.
  public void add(StageKind kind) {
    if (chain.get().find(kind).isEmpty()) {
      put(MainStages.standard(kind, engine));
    }
  }

  /// Removes a stage from the chain.
  public void remove(StageKind kind) {
    take(
        new SamplerChain(
            chain.get().entries().stream().filter(entry -> entry.stage().kind() != kind).toList()));
  }

  /// Restores the initial settings of a stage without switching it on or off.
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

  /// Moves a stage by this many places; a negative number moves it towards the
  /// front.
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

  /// Sets a setting to a valid value.
  void set(StageSetting setting, double value) {
    var entry = chain.get().find(setting.kind());
    if (setting.switchesOff() && value == setting.off()) {
      if (entry.isPresent()) {
        // The value of a switched-off slider is meaningless, so the stage returns with a value that
        // has an effect.
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

  /// The stages in order, including those that are off.
  public ReadOnlyObjectProperty<SamplerChain> chainProperty() {
    return chain.getReadOnlyProperty();
  }

  /// The engine whose order the stages have, if any.
  public ReadOnlyObjectProperty<Optional<SamplerPreset>> orderProperty() {
    return order.getReadOnlyProperty();
  }

  /// The reason why the last change was refused, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The contradictions in the chain, each as a sentence.
  public List<String> contradictions() {
    return chain.get().contradictions();
  }

  /// A setting as a number that a slider can be bound to; a stage that is off has its off value.
  public DoubleProperty setting(StageSetting setting) {
    return settings.computeIfAbsent(setting.id(), _ -> new ChainSetting(this, setting));
  }
}
