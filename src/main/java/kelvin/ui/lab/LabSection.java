package kelvin.ui.lab;

import java.util.List;
import kelvin.text.Choice;

/// The things that the lab does.
public enum LabSection implements Choice {
  SWEEP("sweep"),
  EVALUATE("evaluate"),
  FINETUNE("finetune"),
  ADAPT("adapt"),
  EMBEDDINGS("embeddings");

  /// The sections, from left to right.
  public static final List<LabSection> ALL = List.of(values());

  private final String label;

  LabSection(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
