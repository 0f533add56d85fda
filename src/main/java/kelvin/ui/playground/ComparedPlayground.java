package kelvin.ui.playground;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.engine.Prediction;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.StartToken;
import kelvin.inference.chat.ChatException;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Trial;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.compare.PlaygroundSide;
import kelvin.ui.compose.AnswersViewModel;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.model.ModelViewModel;
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
  public ObservableValue<DrawSteps.Settings> draws() {
    var sampling = playground.sampling();
    return Bindings.createObjectBinding(
        () ->
            new DrawSteps.Settings(
                sampling.chainProperty().get(),
                sampling.modeProperty().get(),
                sampling.seedProperty().get()),
        sampling.chainProperty(),
        sampling.modeProperty(),
        sampling.seedProperty());
  }

  @Override
  public ModelViewModel model() {
    return playground.model();
  }

  @Override
  public String runningText() {
    return playground.prompt().textProperty().get()
        + playground.prompt().continuationProperty().get().text().text();
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
    return switch (trial().getValue().prompt()) {
      case FewShotPrompt examples -> examples.withShots(0).render();
      case ChatPrompt chat -> withoutExamples(chat);
      case ComposedPrompt _ -> prompt.textProperty().get();
    };
  }

  private static String withoutExamples(ChatPrompt chat) {
    try {
      return chat.withoutExamples().render();
    } catch (ChatException _) {
      // The chat itself has a text, so a template that refuses a shorter one keeps it whole.
      return chat.render();
    }
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
