package kelvin.ui.sampling.chain;

import javafx.beans.property.SimpleDoubleProperty;
import kelvin.distribution.SamplerChain;

/// One setting of the chain as a property, bound in both directions.
final class ChainSetting extends SimpleDoubleProperty {

  private final ChainViewModel chain;
  private final StageSetting setting;
  private boolean following;

  ChainSetting(ChainViewModel chain, StageSetting setting) {
    super(chain, setting.id());
    this.chain = chain;
    this.setting = setting;
    chain.chainProperty().subscribe(this::follow);
  }

  private void follow(SamplerChain now) {
    following = true;
    var entry = now.find(setting.kind());
    boolean silent = setting.primary() && !entry.map(SamplerChain.Entry::on).orElse(false);
    if (silent) {
      set(setting.off());
    } else {
      entry.ifPresent(found -> set(setting.valueOf(found.stage())));
    }
    following = false;
  }

  @Override
  protected void invalidated() {
    // Always read, or the next change would not be noticed.
    double value = get();
    if (!following) {
      chain.set(setting, value);
    }
  }
}
