package kelvin.ui.sampling;

import atlantafx.base.controls.CaptionMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import kelvin.distribution.SamplerPreset;
import kelvin.ui.sampling.chain.ChainViewModel;

/// Offers the chains of other engines, either with their values or only their order.
final class PresetMenu extends MenuButton {

  PresetMenu(ChainViewModel chain) {
    setId("order");
    getStyleClass().addAll("quiet-button", "preset-menu");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText("Presets and order of the stages");
    setTooltip(
        new Tooltip(
            "Whose order the stages follow, and presets."
                + "\nEach stage sees what the one before has left, renormalised."));
    textProperty()
        .bind(
            chain.orderProperty().map(order -> order.map(PresetMenu::name).orElse("Custom order")));
    getItems().add(new CaptionMenuItem("Order, values and tie rule"));
    for (var preset : SamplerPreset.values()) {
      getItems()
          .add(
              item(
                  "preset-" + preset.label(),
                  name(preset) + " defaults",
                  defaults(preset),
                  () -> chain.usePreset(preset)));
    }
    getItems().add(new CaptionMenuItem("Order and tie rule only"));
    for (var preset : SamplerPreset.values()) {
      getItems()
          .add(
              item(
                  "order-" + preset.label(),
                  name(preset) + " order",
                  order(preset),
                  () -> chain.useOrder(preset)));
    }
  }

  private static String name(SamplerPreset preset) {
    return switch (preset) {
      case HUGGING_FACE -> "HF";
      case LLAMA_CPP -> "llama.cpp";
      case VLLM -> "vLLM";
    };
  }

  private static String defaults(SamplerPreset preset) {
    return switch (preset) {
      case HUGGING_FACE -> "What generate(do_sample=True) does: τ = 1, top-k 50 and its ties.";
      case LLAMA_CPP -> "Exactly 40 by top-k, top-p 0.95, min-p 0.05, then τ = 0.8.";
      case VLLM -> "τ = 1 and nothing removed.";
    };
  }

  private static String order(SamplerPreset preset) {
    return switch (preset) {
      case HUGGING_FACE -> "Temperature, top-k, top-p, min-p; ties with the k-th stay.";
      case LLAMA_CPP -> "Top-k, top-p, min-p, temperature last; exactly k stay.";
      case VLLM -> "Temperature, min-p, top-k, top-p; ties with the k-th stay.";
    };
  }

  private static CustomMenuItem item(String id, String title, String description, Runnable action) {
    var head = new Label(title);
    head.getStyleClass().add("preset-title");
    var text = new Label(description);
    text.getStyleClass().add("preset-says");
    var item = new CustomMenuItem(new VBox(head, text), true);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
