package kelvin.ui.session;

import kelvin.ui.sampling.SamplingViewModel;
import kelvin.workspace.SamplingSettings;

/// Reads and restores the settings of the sampling panel, in the form that a session keeps.
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
