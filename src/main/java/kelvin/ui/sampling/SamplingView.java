package kelvin.ui.sampling;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerPreset;
import kelvin.ui.control.Metric;
import kelvin.ui.control.ParameterSlider;
import kelvin.ui.control.SliderScale;

/// Layout and bindings of the sampling panel.
public final class SamplingView extends ScrollPane {

  private final SamplingViewModel viewModel;

  public SamplingView(SamplingViewModel viewModel) {
    this.viewModel = viewModel;
    getStyleClass().addAll("card", "sampling-view");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    var content = new VBox(head(), sliders(), rule(), metrics(), waterfall(), rule(), draw());
    content.getStyleClass().add("card-content");
    setContent(content);
  }

  private HBox head() {
    var title = new Label("SAMPLING");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var reset = new Button("Reset");
    reset.setId("reset-sampling");
    reset.setMinWidth(USE_PREF_SIZE);
    reset.getStyleClass().addAll("quiet-button");
    reset.setTooltip(new Tooltip("τ = 1 and nothing removed: the model's own distribution."));
    reset.setOnAction(_ -> viewModel.reset());
    var order = new ChoiceBox<SamplerPreset>();
    order.setId("order");
    order.getStyleClass().add("quiet-choice");
    order.getItems().addAll(SamplerPreset.values());
    order.setConverter(new OrderNames());
    order.valueProperty().bindBidirectional(viewModel.orderProperty());
    order.setAccessibleText("Order of the stages");
    order.setTooltip(
        new Tooltip(
            """
            Whose order and tie rule the stages follow:
            HF: temperature, top-k, top-p, min-p; ties with the k-th token stay.
            llama.cpp: top-k, top-p, min-p, temperature; exactly k stay.
            vLLM: temperature, min-p, top-k, top-p.
            Each stage sees what the one before has left, renormalised."""));
    var head = new HBox(title, order, space, reset);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private VBox sliders() {
    var temperature =
        slider(
            SamplingParameterTexts.TEMPERATURE,
            SliderScale.TEMPERATURE,
            viewModel.temperatureProperty());
    var ends = new HBox(faint("0 greedy"), grow(), faint("1"), grow(), faint("10 flat"));
    ends.getStyleClass().add("slider-ends");
    temperature.getChildren().add(ends);
    var topK =
        slider(
            SamplingParameterTexts.TOP_K,
            SliderScale.count(viewModel.vocabularySizeProperty().get()),
            viewModel.topKProperty());
    viewModel
        .vocabularySizeProperty()
        .addListener((_, _, size) -> topK.setScale(SliderScale.count(size.intValue())));
    var topP = slider(SamplingParameterTexts.TOP_P, SliderScale.SHARE, viewModel.topPProperty());
    var minP =
        slider(SamplingParameterTexts.MIN_P, SliderScale.SMALL_SHARE, viewModel.minPProperty());
    var sliders = new VBox(temperature, topK, topP, minP);
    sliders.getStyleClass().add("sliders");
    return sliders;
  }

  private static ParameterSlider slider(
      ParameterSlider.Parameter parameter, SliderScale scale, DoubleProperty value) {
    var slider = new ParameterSlider(parameter, scale);
    slider.valueProperty().bindBidirectional(value);
    return slider;
  }

  private GridPane metrics() {
    var grid = new GridPane();
    grid.getStyleClass().add("metrics");
    grid.addRow(
        0,
        new Metric(
            "entropy",
            "entropy",
            "bits",
            "H = −Σ p log₂ p of the distribution at τ, over the whole vocabulary.",
            viewModel.entropyProperty()),
        new Metric(
            "perplexity",
            "perplexity",
            "",
            "2^H: as uncertain as this many equally likely tokens.",
            viewModel.perplexityProperty()));
    grid.addRow(
        1,
        new Metric(
            "kept",
            "kept",
            "tokens",
            "How many tokens top-k, top-p and min-p leave to draw from.",
            viewModel.keptProperty()),
        new Metric(
            "removed-mass",
            "removed mass",
            "%",
            "The probability, at τ, of all removed tokens together.",
            viewModel.removedMassProperty()));
    return grid;
  }

  /// One line a cut, there only when there is one.
  private GridPane waterfall() {
    var grid = new GridPane();
    grid.setId("waterfall");
    grid.getStyleClass().add("waterfall");
    viewModel
        .waterfall()
        .subscribe(
            () -> {
              grid.getChildren().clear();
              int row = 0;
              for (var line : viewModel.waterfall()) {
                grid.addRow(
                    row++,
                    number(line.stage()),
                    number("→ " + line.kept()),
                    number("−" + line.removed() + " %"));
              }
              grid.setVisible(row > 0);
              grid.setManaged(row > 0);
            });
    grid.setVisible(false);
    grid.setManaged(false);
    return grid;
  }

  private static Label number(String text) {
    var label = new Label(text);
    label.getStyleClass().add("quiet-number");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private VBox draw() {
    var title = new Label("DRAW");
    title.getStyleClass().add("section-title");
    title.setMinWidth(USE_PREF_SIZE);
    var mode = new ChoiceBox<DrawMode>();
    mode.setId("draw-mode");
    mode.getItems().addAll(DrawMode.values());
    mode.setConverter(new DrawModeNames());
    mode.valueProperty().bindBidirectional(viewModel.modeProperty());
    mode.setAccessibleText("How the next token is drawn");
    mode.setTooltip(
        new Tooltip(
            "Inverse CDF: the first rank whose cumulative probability exceeds u."
                + "\nGumbel-max: the greatest ln p + noise, which changes least while sliders move."
                + "\nGreedy: always the top token."));
    var seed = new SeedField(viewModel.seedProperty());
    var seedLabel = faint("seed");
    seedLabel.setLabelFor(seed);
    var head = new HBox(title, grow(), seedLabel, seed);
    head.getStyleClass().add("card-head");
    head.setAlignment(Pos.CENTER_LEFT);
    mode.setMaxWidth(Double.MAX_VALUE);
    var sentence = new Label();
    sentence.setId("draw-sentence");
    sentence.getStyleClass().add("draw-sentence");
    sentence.setWrapText(true);
    sentence.textProperty().bind(viewModel.drawProperty());
    var box = new VBox(head, mode, sentence);
    box.getStyleClass().add("draw");
    return box;
  }

  private static Region rule() {
    var rule = new Region();
    rule.getStyleClass().add("rule");
    return rule;
  }

  private static Region grow() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Label faint(String text) {
    var label = new Label(text);
    label.getStyleClass().add("faint");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static final class OrderNames extends StringConverter<SamplerPreset> {
    @Override
    public String toString(SamplerPreset preset) {
      return switch (preset) {
        case HUGGING_FACE -> "HF";
        case LLAMA_CPP -> "llama.cpp";
        case VLLM -> "vLLM";
      };
    }

    @Override
    public SamplerPreset fromString(String name) {
      return switch (name) {
        case "llama.cpp" -> SamplerPreset.LLAMA_CPP;
        case "vLLM" -> SamplerPreset.VLLM;
        default -> SamplerPreset.HUGGING_FACE;
      };
    }
  }

  private static final class DrawModeNames extends StringConverter<DrawMode> {
    @Override
    public String toString(DrawMode mode) {
      return switch (mode) {
        case INVERSE_CDF -> "inverse CDF";
        case GUMBEL -> "Gumbel-max";
        case GREEDY -> "greedy";
      };
    }

    @Override
    public DrawMode fromString(String name) {
      return switch (name) {
        case "greedy" -> DrawMode.GREEDY;
        case "Gumbel-max" -> DrawMode.GUMBEL;
        default -> DrawMode.INVERSE_CDF;
      };
    }
  }

  /// Takes any whole number; keeps the last one while what is typed is none.
  private static final class SeedField extends TextField {
    SeedField(javafx.beans.property.LongProperty seed) {
      super(Long.toString(seed.get()));
      setId("seed");
      setPrefColumnCount(4);
      setAlignment(Pos.CENTER_RIGHT);
      setAccessibleText("Seed of the draws");
      setTooltip(
          new Tooltip("The same seed, prompt and settings draw the same tokens, everywhere."));
      seed.subscribe(value -> setText(Long.toString(value.longValue())));
      setOnAction(_ -> commit(seed));
      focusedProperty()
          .subscribe(
              focused -> {
                if (!focused) {
                  commit(seed);
                }
              });
    }

    private void commit(javafx.beans.property.LongProperty seed) {
      try {
        seed.set(Long.parseLong(getText().strip()));
      } catch (NumberFormatException _) {
        setText(Long.toString(seed.get()));
      }
    }
  }
}
