package kelvin.ui.playground;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.engine.ContextToken;
import kelvin.engine.ModelEvent;
import kelvin.engine.Prediction;
import kelvin.engine.SlicedWork;
import kelvin.experiment.tuning.live.LiveTuning.Prompt;
import kelvin.inference.StartToken;
import kelvin.prompt.ChatPrompt;
import kelvin.prompt.Composition;
import kelvin.prompt.Trial;
import kelvin.ui.adapt.lab.AdaptViewModel;
import kelvin.ui.compare.CompareViewModel;
import kelvin.ui.evaluation.EvaluationLab;
import kelvin.ui.inside.InsideViewModel;
import kelvin.ui.lab.LabSection;
import kelvin.ui.lab.LabViewModel;
import kelvin.ui.lab.PlaygroundPrompt;
import kelvin.ui.path.PathTool;
import kelvin.ui.path.PathsViewModel;
import kelvin.ui.path.tool.RecordTool;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.tuning.TuningViewModel;

/// Holds the pages beside the playground and which of them is visible. Their work waits for the
/// playground's.
public final class Pages {

  /// The number of candidates that a map starts with.
  private static final int FIRST_ON_MAP = 24;

  private final ObjectProperty<Page> page =
      new SimpleObjectProperty<>(this, "page", Page.PLAYGROUND);
  private final LabViewModel lab;
  private final EvaluationLab evaluation;
  private final TuningViewModel tuning;
  private final AdaptViewModel adapt;
  private final InsideViewModel inside;
  private final CompareViewModel compare;
  private final PathsViewModel paths;
  private final PromptViewModel prompt;
  private final Supplier<Optional<Prediction>> answer;
  private Consumer<SlicedWork> onBegin = _ -> {};
  private IntConsumer onNear = _ -> {};

  /// @param answer returns the last answer of the model
  /// @param background runs what is slow and needs no model
  Pages(
      PlaygroundViewModel playground,
      Supplier<Optional<Prediction>> answer,
      Executor background,
      Executor fxThread) {
    prompt = playground.prompt();
    this.answer = answer;
    var composed = new Composed(prompt);
    lab =
        new LabViewModel(composed, work -> onBegin.accept(work), fxThread, InstantSource.system());
    evaluation = new EvaluationLab(composed, work -> onBegin.accept(work), background, fxThread);
    tuning =
        new TuningViewModel(
            composed, work -> onBegin.accept(work), background, fxThread, this::watched);
    tuning.setOnOpen(playground.model()::open);
    adapt =
        new AdaptViewModel(
            composed, work -> onBegin.accept(work), background, fxThread, InstantSource.system());
    adapt.lead().setOnLearned((data, learned) -> learned.fill(tuning.form(), data), this::fineTune);
    inside =
        new InsideViewModel(
            work -> onBegin.accept(work),
            background,
            fxThread,
            () -> playground.distribution().topTokens(FIRST_ON_MAP));
    lab.unitProperty().bind(playground.unitProperty());
    compare =
        new CompareViewModel(
            new ComparedPlayground(playground, answer),
            work -> onBegin.accept(work),
            background,
            fxThread);
    paths =
        new PathsViewModel(
            new PathsPlayground(playground),
            work -> onBegin.accept(work),
            compare.models().borrowed(),
            background,
            fxThread);
    prompt.composer().chat().setOnCompare(this::compareTemplate);
    page.subscribe(_ -> follow());
    lab.sectionProperty().subscribe(_ -> follow());
  }

  private void follow() {
    boolean isLab = page.get() == Page.LAB;
    var section = lab.sectionProperty().get();
    lab.shownProperty().set(isLab && section == LabSection.SWEEP);
    evaluation.runs().shownProperty().set(isLab && section == LabSection.EVALUATE);
    tuning.shownProperty().set(isLab && section == LabSection.FINETUNE);
    adapt.shownProperty().set(isLab && section == LabSection.ADAPT);
    inside.setShown(isLab && section == LabSection.EMBEDDINGS);
    paths.shownProperty().set(page.get() == Page.PATHS);
    compare.shownProperty().set(page.get() == Page.COMPARE);
  }

  /// The playground's prompt with the logits after it; none while they are not there.
  private Optional<Prompt> watched() {
    return answer
        .get()
        .map(
            last ->
                new Prompt(
                    last.tokens().stream()
                        .limit(last.position() + 1L)
                        .mapToInt(ContextToken::id)
                        .toArray(),
                    last.logits()));
  }

  /// Compares the playground's chat with the same turns written the other way.
  private void compareTemplate(ChatPrompt other) {
    compare.compareWith(
        other, other.isPlain() ? "comparing with plain text" : "comparing with the template");
    page.set(Page.COMPARE);
  }

  /// Shows the vectors of the tokens in the lab.
  public void showEmbeddings() {
    lab.sectionProperty().set(LabSection.EMBEDDINGS);
    page.set(Page.LAB);
  }

  /// Shows the tree of paths with one of its tools.
  public void showPaths(PathTool tool) {
    paths.tools().shownProperty().set(tool);
    page.set(Page.PATHS);
  }

  /// Shows records and certificates, and does something with them.
  public void record(Consumer<RecordTool> action) {
    showPaths(PathTool.RECORD);
    action.accept(paths.tools().record());
  }

  /// Sets what shows the nearest tokens of a token beside it. Called once.
  public void setOnNear(IntConsumer onNear) {
    this.onNear = onNear;
  }

  /// Shows the tokens that are nearest to a token, beside it.
  public void showNeighbors(int id) {
    onNear.accept(id);
  }

  /// The token of the running text at a caret, or the last one at the end of the text; none while
  /// the tokens of the text are unknown.
  ///
  /// @param caret in UTF-16 units
  public Optional<ContextToken> tokenAt(int caret) {
    return answer
        .get()
        .filter(_ -> prompt.currentProperty().get())
        .map(Prediction::tokens)
        .map(tokens -> tokens.get(prompt.positionAt(caret).orElse(tokens.size() - 1)));
  }

  /// Shows the lab, where a prompt is measured on data.
  public void evaluate() {
    lab.sectionProperty().set(LabSection.EVALUATE);
    page.set(Page.LAB);
  }

  /// Shows the lab, where the model is fine-tuned.
  public void fineTune() {
    lab.sectionProperty().set(LabSection.FINETUNE);
    page.set(Page.LAB);
  }

  /// Shows the lab, where the ways to adapt the model are compared.
  public void compareAdaptations() {
    lab.sectionProperty().set(LabSection.ADAPT);
    page.set(Page.LAB);
  }

  /// Sets the destination of work that can wait; called once, before the first model opens.
  void setOnBegin(Consumer<SlicedWork> onBegin) {
    this.onBegin = onBegin;
  }

  /// Takes an event of the model, on the FX thread.
  void show(ModelEvent event) {
    if (event instanceof ModelEvent.Opened(var descriptor, var vocabulary, _, _)) {
      lab.setModel(descriptor.name());
      inside.setModel(descriptor.name());
      inside.vectors().setVocabulary(vocabulary);
      evaluation.runs().modelChanged();
      tuning.modelOpened(vocabulary);
      adapt.modelOpened();
      compare.setVocabulary(vocabulary, descriptor.logitCount());
    } else if (event instanceof ModelEvent.Distrusted) {
      compare.forget();
      inside.vectors().forget();
      tuning.forget();
      adapt.forget();
    }
  }

  /// The visible page.
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  public LabViewModel lab() {
    return lab;
  }

  public EvaluationLab evaluation() {
    return evaluation;
  }

  /// The fine-tunings of the model.
  public TuningViewModel tuning() {
    return tuning;
  }

  /// The comparisons of the ways to adapt the model.
  public AdaptViewModel adapt() {
    return adapt;
  }

  /// The vectors of the model's tokens.
  public InsideViewModel inside() {
    return inside;
  }

  public CompareViewModel compare() {
    return compare;
  }

  /// All continuations of the prompts.
  public PathsViewModel paths() {
    return paths;
  }

  /// The few-shot prompt of the playground, as the lab sees it.
  private record Composed(PromptViewModel prompt) implements PlaygroundPrompt {

    @Override
    public Trial trial() {
      var answers = prompt.composer().answers().answersProperty().get();
      return new Trial(
          prompt.fewShot().promptProperty().get(),
          answers.labels(),
          answers.right(),
          answers.closed());
    }

    @Override
    public boolean isFewShot() {
      return prompt.compositionProperty().get() == Composition.FEW_SHOT;
    }

    @Override
    public StartToken startToken() {
      return prompt.startTokenChoiceProperty().get();
    }

    @Override
    public Trial composed() {
      return prompt.composer().trialProperty().get();
    }

    @Override
    public void restore(Trial wanted, String name) {
      prompt.composer().act(name, () -> prompt.composer().take(wanted));
    }
  }
}
