package kelvin.ui.sampling;

import atlantafx.base.theme.Tweaks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.StageKind;
import kelvin.ui.sampling.chain.StageLessons;

/// The commands for a stage besides setting its numbers.
final class StageCardMenu extends MenuButton {

  private static final List<Integer> MIN_KEPT = List.of(1, 2, 3, 5, 10);

  private final SamplingViewModel sampling;
  private final StageKind kind;

  StageCardMenu(SamplingViewModel sampling, StageKind kind) {
    super("⋯");
    this.sampling = sampling;
    this.kind = kind;
    setId(kind.label() + "-menu");
    getStyleClass().addAll("quiet-button", "stage-menu", Tweaks.NO_ARROW);
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(StageLessons.title(kind) + ", more");
    setTooltip(new Tooltip("Reset, move, remove, and the rules of this stage."));
    setOnShowing(_ -> fill());
    fill();
  }

  private void fill() {
    var chain = sampling.chain();
    getItems().setAll(item("reset", "Reset", () -> chain.resetStage(kind)));
    if (kind == StageKind.TEMPERATURE) {
      getItems()
          .add(
              item(
                  "perplexity",
                  "Set τ for a perplexity …",
                  () -> new PerplexityDialog(sampling, getScene()).show()));
    }
    if (kind == StageKind.DRY) {
      getItems()
          .add(
              item(
                  "breakers",
                  "End at llama.cpp’s breakers: ⏎ : \" *",
                  sampling::useLlamaCppBreakers));
    }
    chain
        .chainProperty()
        .get()
        .find(kind)
        .ifPresent(entry -> getItems().addAll(rules(entry.stage())));
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("up", "Move up   Alt+↑", () -> chain.move(kind, -1)),
            item("down", "Move down   Alt+↓", () -> chain.move(kind, 1)),
            item("remove", "Remove from the chain", () -> chain.remove(kind)));
  }

  private List<MenuItem> rules(SamplerStage stage) {
    var settings = stage.settings();
    if (settings.containsKey("ties")) {
      return List.of(
          new SeparatorMenuItem(),
          rule(stage, "Tokens that tie with the k-th stay (HF, vLLM)", "ties", "keep"),
          rule(stage, "Exactly k stay (llama.cpp)", "ties", "exact"),
          minKept(stage));
    }
    if (settings.containsKey("prompt")) {
      return List.of(
          new SeparatorMenuItem(),
          scope(stage, "Counts prompt and output (HF)", true, 0),
          scope(stage, "Counts the output alone (OpenAI, vLLM)", false, 0),
          scope(stage, "Counts the last 64 tokens (llama.cpp)", true, 64));
    }
    return settings.containsKey("least")
        ? List.of(new SeparatorMenuItem(), minKept(stage))
        : List.of();
  }

  private Menu minKept(SamplerStage stage) {
    var menu = new Menu("Keep at least");
    for (int minKept : MIN_KEPT) {
      var text = minKept == 1 ? "1 token" : minKept + " tokens (min_tokens_to_keep)";
      menu.getItems().add(rule(stage, text, "least", minKept));
    }
    return menu;
  }

  private RadioMenuItem rule(SamplerStage stage, String text, String key, Object value) {
    var changed = new LinkedHashMap<String, Object>(stage.settings());
    changed.put(key, value);
    return choice(stage, text, changed);
  }

  private RadioMenuItem scope(SamplerStage stage, String text, boolean prompt, int last) {
    var changed = new LinkedHashMap<String, Object>(stage.settings());
    changed.put("prompt", prompt);
    changed.put("last", last);
    return choice(stage, text, changed);
  }

  private RadioMenuItem choice(SamplerStage stage, String text, Map<String, Object> settings) {
    var item = new RadioMenuItem(text);
    item.setToggleGroup(new ToggleGroup());
    item.setSelected(stage.settings().equals(settings));
    item.setOnAction(_ -> sampling.chain().put(kind.read(settings)));
    return item;
  }

  private MenuItem item(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId(kind.label() + "-" + id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
