package kelvin.ui.tuning;

import kelvin.ui.lab.common.LabColumns;

/// Layout of the fine-tunings.
public final class TuningView extends LabColumns {

  public TuningView(TuningViewModel tuning, TuningExports exports) {
    super(
        new TuningFormPane(tuning),
        new TunedRunsPane(tuning),
        new TuningResultPane(tuning, exports));
    setId("tuning");
  }
}
