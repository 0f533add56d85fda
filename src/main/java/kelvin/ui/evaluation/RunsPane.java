package kelvin.ui.evaluation;

import java.time.ZoneId;
import kelvin.ui.evaluation.picture.MeasureWords;
import kelvin.ui.evaluation.run.EvaluatedRun;
import kelvin.ui.evaluation.run.EvaluationsViewModel;
import kelvin.ui.lab.common.ResultCell;
import kelvin.ui.lab.common.ResultListPane;
import kelvin.ui.lab.common.ResultWords;

/// Layout and bindings of the list of finished evaluations.
final class RunsPane extends ResultListPane<EvaluatedRun> {

  static final ResultWords WORDS = new ResultWords("evaluation", "window");

  RunsPane(EvaluationsViewModel evaluations) {
    super(evaluations.list(), WORDS, EvaluatedRun::title, RunCell::new);
  }

  private static final class RunCell extends ResultCell<EvaluatedRun> {

    @Override
    protected Words words(EvaluatedRun item) {
      boolean partial = item.evaluation().facts().extent().partial();
      var accuracy =
          MeasureWords.percent(item.measures().accuracy().value()) + (partial ? ", a part" : "");
      return new Words(item.title(), accuracy, item.about(ZoneId.systemDefault()));
    }
  }
}
