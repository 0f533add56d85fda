package kelvin.ui.playground;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.engine.Prediction;
import kelvin.inference.StartToken;
import kelvin.prompt.Composition;
import kelvin.prompt.Trial;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.compare.PlaygroundSide;
import kelvin.ui.compose.AnswersViewModel;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.sampling.chain.ChainViewModel;

/// The playground as the comparison sees it.
///
/// @param lastAnswer returns the last answer of the model
record ComparedPlayground(PlaygroundViewModel playground, Supplier<Optional<Prediction>> lastAnswer)
    implements PlaygroundSide {

  @Override
  public ObservableValue<Trial> trial() {
    return playground.prompt().composer().trialProperty();
  }

  @Override
  public ObservableValue<StartToken> startToken() {
    return playground.prompt().startTokenChoiceProperty();
  }

  @Override
  public ObservableValue<InformationUnit> unit() {
    return playground.unitProperty();
  }

  @Override
  public ChainViewModel chain() {
    return playground.sampling().chain();
  }

  @Override
  public AnswersViewModel labelEditor() {
    return playground.prompt().composer().answers();
  }

  @Override
  public LabelsViewModel labels() {
    return playground.labels();
  }

  @Override
  public WholeAnswersViewModel answers() {
    return playground.distribution().answers();
  }

  @Override
  public Optional<Prediction> answer() {
    return lastAnswer.get();
  }

  @Override
  public String withoutExamples() {
    var prompt = playground.prompt();
    return prompt.compositionProperty().get() == Composition.FEW_SHOT
        ? prompt.fewShot().promptProperty().get().withShots(0).render()
        : prompt.textProperty().get();
  }

  @Override
  public void replacePrompt(String text) {
    playground.prompt().replaceText(text);
  }

  @Override
  public void act(String name, Runnable change) {
    playground.prompt().composer().act(name, change);
  }
}
