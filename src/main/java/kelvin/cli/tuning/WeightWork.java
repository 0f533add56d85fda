package kelvin.cli.tuning;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import kelvin.cli.output.tuning.WeightTuningAnswer;
import kelvin.engine.tuning.TuningResult;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.WeightTuning;
import kelvin.inference.CancelledException;
import kelvin.inference.LoadedModel;
import kelvin.text.json.Json;
import kelvin.workspace.file.WorkspaceException;
import kelvin.workspace.tuning.TunedModel;

/// Trains weights and writes the model with them.
///
/// @param asJson whether the answer is JSON
public record WeightWork(FinetuneWork asked, boolean asJson) {

  /// @return what the trained model makes of the test part
  public Evaluation run(LoadedModel loaded) throws WorkspaceException, IOException {
    var training = asked.options().training(asked.setup().facts().seed());
    asked.say(
        String.format(
            Locale.ROOT,
            "kelvin: copies of the model are trained, which takes up to %,.0f MB of memory and what"
                + " a batch needs.",
            WeightTuning.memory(loaded) / 1e6));
    var before = asked.before(loaded);
    var cancellation = asked.environment().cancellation();
    try (var tuning =
        WeightTuning.open(
            asked.setup(),
            asked.pairs(),
            training,
            new WeightTuning.Keeping(Optional.of(asked.options().checkpoint()), false),
            loaded,
            asked.telling(),
            cancellation)) {
      if (tuning.epochs() > 0) {
        asked
            .environment()
            .streams()
            .err()
            .println("The training goes on after epoch " + tuning.epochs() + ".");
      }
      var result = train(tuning);
      var after =
          tuning.evaluate(
              asked.setup(), asked.pairs(), asked.judging("items measured"), cancellation);
      asked
          .writing()
          .weights(
              loaded.descriptor(),
              new TunedModel.Weights(training, result, tuning.head(), before, Optional.of(after)),
              tuning.runs()::write);
      tuning.forgetState();
      show(
          new WeightTuningAnswer(
              training, result, tuning.head(), before, after, asked.options().folder().toString()));
      result.trouble().ifPresent(asked.environment().streams().err()::println);
      return after;
    }
  }

  private TuningResult train(WeightTuning tuning) {
    try {
      return tuning.train(asked.telling(), asked.environment().cancellation());
    } catch (CancelledException e) {
      if (tuning.epochs() > 0) {
        var err = asked.environment().streams().err();
        err.println(
            "Cancelled. The same command goes on after epoch "
                + tuning.epochs()
                + ", whose state is in "
                + asked.options().checkpoint()
                + ".");
        err.flush();
      }
      throw e;
    }
  }

  private void show(WeightTuningAnswer answer) throws IOException {
    var out = asked.environment().streams().out();
    if (asJson) {
      answer.write(new Json(out));
    } else {
      answer.print(out);
    }
  }
}
