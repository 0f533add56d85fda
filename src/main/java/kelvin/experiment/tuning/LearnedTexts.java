package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.List;
import kelvin.engine.Context;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.evaluation.FittedTrials;
import kelvin.experiment.tuning.TuningProgress.Phase;
import kelvin.inference.Cancellation;
import kelvin.inference.EncodedToken;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.training.TrainingText;

/// Makes the texts that teach the right answers.
///
/// For the model's own loss, the answer stands behind the prompt, and only the answer is learned.
/// Prompt and answer are encoded together, as when labels are compared. For a head, the text is the
/// prompt as the head gets it, and its label is learned.
final class LearnedTexts {

  private LearnedTexts() {}

  /// @throws InferenceException if no text fits the context
  /// @throws kelvin.experiment.evaluation.TooLongException if a text does not fit and may not be
  ///     left out
  static List<TrainingText> of(
      Loss loss,
      EvaluationSetup setup,
      List<Pair> pairs,
      LoadedModel loaded,
      TuningProgress.Listener listener,
      Cancellation cancellation) {
    var fitted = new FittedTrials(setup, pairs);
    var looking = new Telling(listener, Phase.LOOKING, pairs.size());
    fitted.lookAtAll(loaded, cancellation, looking::upTo);
    var texts = new ArrayList<TrainingText>();
    for (var each : fitted.fitted()) {
      texts.add(
          switch (loss) {
            case LM -> answered(setup, each, loaded);
            case HEAD -> labelled(setup, each, loaded);
          });
    }
    return texts;
  }

  private static TrainingText labelled(
      EvaluationSetup setup, FittedTrials.Fitted each, LoadedModel loaded) {
    var prompt = each.trial().prompt().render();
    var context =
        Context.ofText(loaded.tokenizer(), prompt, List.of(), setup.scoring().startToken());
    return TrainingText.labelled(context.toArray(), setup.labels().indexOf(each.pair().label()));
  }

  private static TrainingText answered(
      EvaluationSetup setup, FittedTrials.Fitted each, LoadedModel loaded) {
    int right = setup.labels().indexOf(each.pair().label());
    var answer = each.trial().spelledContinuations().get(right).getFirst();
    var prompt = each.trial().prompt().render();
    var start = setup.scoring().startToken().before(loaded.tokenizer());
    var alone = ids(loaded.tokenizer().encode(prompt));
    var whole = new ArrayList<>(start);
    whole.addAll(ids(loaded.tokenizer().encode(prompt + answer)));
    int from = start.size();
    while (from < start.size() + alone.size()
        && from < whole.size() - 1
        && whole.get(from).equals(alone.get(from - start.size()))) {
      from++;
    }
    if (whole.size() < 2) {
      throw new InferenceException("There is nothing before an answer: give a prompt.");
    }
    var ids = whole.stream().mapToInt(Integer::intValue).toArray();
    return new TrainingText(ids, Math.max(1, from));
  }

  private static List<Integer> ids(List<EncodedToken> tokens) {
    return tokens.stream().map(EncodedToken::id).toList();
  }
}
