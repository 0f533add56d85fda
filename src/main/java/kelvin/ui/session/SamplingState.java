package kelvin.ui.session;

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
        sampling.chain().engine(),
        sampling.seedProperty().get(),
        sampling.modeProperty().get());
  }

  void restore(SamplingSettings settings) {
    sampling.chain().restore(settings.preset(), settings.chain());
    sampling.seedProperty().set(settings.seed());
    sampling.modeProperty().set(settings.mode());
  }
}
