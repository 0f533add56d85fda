package kelvin.ui.compare;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.engine.Prediction;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.StartToken;
import kelvin.prompt.Trial;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.compose.AnswersViewModel;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.sampling.chain.ChainViewModel;

/// The playground as the comparison sees it: what a side shows that has nothing of its own, and the
/// settings that both sides share.
public interface PlaygroundSide {

  /// The prompt with its labels.
  ObservableValue<Trial> trial();

  ObservableValue<StartToken> startToken();

  ObservableValue<InformationUnit> unit();

  ChainViewModel chain();

  /// The sampling with the way to draw and the seed.
  ObservableValue<DrawSteps.Settings> draws();

  /// The model that plays.
  ModelViewModel model();

  /// The prompt with what was generated after it.
  String runningText();

  /// The editor of the labels.
  AnswersViewModel labelEditor();

  /// Has the normalisation of the labels.
  LabelsViewModel labels();

  /// Has the stop text and the budget of the search for answers.
  WholeAnswersViewModel answers();

  /// The last answer of the model; empty if there is none.
  Optional<Prediction> answer();

  /// The prompt without its examples, if it has any.
  String withoutExamples();

  /// Replaces the prompt by a typed one.
  void replacePrompt(String text);

  /// Makes a change under a name of its own in the history.
  void act(String name, Runnable change);
}
