package kelvin.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import kelvin.display.InformationUnit;
import kelvin.distribution.DrawMode;
import kelvin.engine.Prediction;
import kelvin.engine.draw.DrawSteps;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.ui.answer.WholeAnswersViewModel;
import kelvin.ui.compose.AnswersViewModel;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.model.ModelViewModel;
import kelvin.ui.sampling.chain.ChainViewModel;

/// A playground with a typed prompt, for tests of the comparison.
final class FakePlayground implements PlaygroundSide {

  private final ObjectProperty<Trial> trial;
  private final ObjectProperty<StartToken> startToken =
      new SimpleObjectProperty<>(StartToken.NEVER);
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(InformationUnit.BITS);
  private final ChainViewModel chain = new ChainViewModel();
  private final AnswersViewModel labelEditor = new AnswersViewModel();
  private final LabelsViewModel labels = new LabelsViewModel(Runnable::run);
  private final WholeAnswersViewModel answers = new WholeAnswersViewModel(Runnable::run);

  final ModelViewModel models = new ModelViewModel();
  Optional<Prediction> answer = Optional.empty();
  String zeroShot = "";
  final List<String> acts = new ArrayList<>();

  FakePlayground(String prompt) {
    trial = new SimpleObjectProperty<>(of(prompt));
  }

  private static Trial of(String prompt) {
    return new Trial(new FreePrompt(prompt), List.of(), Optional.empty(), false);
  }

  void setPrompt(String prompt) {
    trial.set(of(prompt));
  }

  void setStartToken(StartToken now) {
    startToken.set(now);
  }

  void setTrial(Trial now) {
    trial.set(now);
  }

  @Override
  public ObservableValue<Trial> trial() {
    return trial;
  }

  @Override
  public ObservableValue<StartToken> startToken() {
    return startToken;
  }

  @Override
  public ObservableValue<InformationUnit> unit() {
    return unit;
  }

  @Override
  public ChainViewModel chain() {
    return chain;
  }

  @Override
  public ObservableValue<DrawSteps.Settings> draws() {
    return chain
        .chainProperty()
        .map(
            now ->
                new DrawSteps.Settings(
                    now, DrawMode.INVERSE_CDF, DrawSteps.Settings.DEFAULT.seed()));
  }

  @Override
  public ModelViewModel model() {
    return models;
  }

  @Override
  public String runningText() {
    return trial.get().prompt().render();
  }

  @Override
  public AnswersViewModel labelEditor() {
    return labelEditor;
  }

  @Override
  public LabelsViewModel labels() {
    return labels;
  }

  @Override
  public WholeAnswersViewModel answers() {
    return answers;
  }

  @Override
  public Optional<Prediction> answer() {
    return answer;
  }

  @Override
  public String withoutExamples() {
    return zeroShot;
  }

  @Override
  public void replacePrompt(String text) {
    setPrompt(text);
  }

  @Override
  public void act(String name, Runnable change) {
    acts.add(name);
    change.run();
  }
}
