package kelvin.ui.tuning;

import java.time.ZoneId;
import kelvin.ui.lab.common.ResultCell;
import kelvin.ui.lab.common.ResultListPane;
import kelvin.ui.lab.common.ResultWords;

/// Layout and bindings of the list of finished fine-tunings.
final class TunedRunsPane extends ResultListPane<TunedRun> {

  static final ResultWords WORDS = new ResultWords("fine-tuning", "window");

  TunedRunsPane(TuningViewModel tuning) {
    super(tuning.list(), WORDS, TunedRun::title, RunCell::new);
  }

  private static final class RunCell extends ResultCell<TunedRun> {

    @Override
    protected Words words(TunedRun item) {
      return new Words(item.title(), item.accuracy(), item.about(ZoneId.systemDefault()));
    }
  }
}
