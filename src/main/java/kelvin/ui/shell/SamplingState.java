package kelvin.ui.shell;

import java.util.List;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.ui.sampling.SamplingViewModel;
import kelvin.workspace.SamplingSettings;

/// The sampling panel's settings as they are kept.
final class SamplingState {

  private final SamplingViewModel sampling;

  SamplingState(SamplingViewModel sampling) {
    this.sampling = sampling;
  }

  SamplingSettings get() {
    return new SamplingSettings(
        sampling.chainProperty().get(),
        sampling.orderProperty().get(),
        sampling.seedProperty().get(),
        sampling.modeProperty().get());
  }

  /// @return the names of active stages that the panel has no place for, which are left out
  List<String> restore(SamplingSettings settings) {
    var chain = settings.chain();
    sampling.orderProperty().set(settings.preset());
    sampling.temperatureProperty().set(chain.fixedTemperature());
    sampling.topKProperty().set(number(chain, StageKind.TOP_K, 0));
    sampling.topPProperty().set(number(chain, StageKind.TOP_P, 1));
    sampling.minPProperty().set(number(chain, StageKind.MIN_P, 0));
    sampling.seedProperty().set(settings.seed());
    sampling.modeProperty().set(settings.mode());
    var shown = sampling.chainProperty().get();
    return chain.active().stream()
        .filter(stage -> shown.active(stage.kind()).isEmpty())
        .map(SamplerStage::name)
        .toList();
  }

  private static double number(SamplerChain chain, StageKind kind, double off) {
    return chain
        .active(kind)
        .map(
            stage ->
                switch (stage) {
                  case TopK(int k, _) -> (double) k;
                  case TopP topP -> topP.p();
                  case MinP minP -> minP.minP();
                  default -> off;
                })
        .orElse(off);
  }
}
