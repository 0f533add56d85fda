package kelvin.ui.lab.common;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A column of sentences that come and go, such as an estimate or the reason of a refusal. It keeps
/// the room that it once needed, so that what stands below does not move.
public final class KeptRoom extends VBox {

  /// The largest height so far at each width. A scroll bar that comes and goes changes the width.
  private final Map<Double, Double> kept = new HashMap<>();

  public KeptRoom(Node... sentences) {
    super(sentences);
    getStyleClass().add("form-facts");
  }

  @Override
  protected double computePrefHeight(double width) {
    return kept.merge(width, super.computePrefHeight(width), Math::max);
  }
}
