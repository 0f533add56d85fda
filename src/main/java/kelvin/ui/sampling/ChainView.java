package kelvin.ui.sampling;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import kelvin.ui.control.command.PlaceKeys;

/// The chain as cards in order.
final class ChainView extends VBox {

  private final SamplingViewModel sampling;
  private final VBox list = new VBox();
  private final Map<StageKind, StageCard> cards = new EnumMap<>(StageKind.class);

  ChainView(SamplingViewModel sampling) {
    this.sampling = sampling;
    getStyleClass().add("chain-view");
    list.setId("chain");
    list.getStyleClass().add("stage-cards");
    sampling.chainProperty().subscribe(this::show);
    getChildren().add(list);
  }

  private void show(SamplerChain chain) {
    var wanted =
        chain.entries().stream()
            .map(entry -> cards.computeIfAbsent(entry.stage().kind(), this::card))
            .toList();
    for (var entry : chain.entries()) {
      var card = Objects.requireNonNull(cards.get(entry.stage().kind()));
      if (!list.getChildren().contains(card)) {
        card.open(entry.on());
      }
    }
    if (!wanted.equals(list.getChildren())) {
      // A card that moves leaves the scene for a moment and so loses the focus.
      var focused = getScene() == null ? null : getScene().getFocusOwner();
      list.getChildren().setAll(wanted);
      if (focused != null && isInside(focused)) {
        focused.requestFocus();
      }
    }
    for (var entry : chain.entries()) {
      Objects.requireNonNull(cards.get(entry.stage().kind())).show(entry);
    }
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (list.equals(at)) {
        return true;
      }
    }
    return false;
  }

  private StageCard card(StageKind kind) {
    var card = new StageCard(sampling, kind);
    card.addEventFilter(KeyEvent.KEY_PRESSED, event -> moveByKey(kind, event));
    new CardDrag(card, list, place -> sampling.chain().moveTo(kind, place));
    return card;
  }

  private void moveByKey(StageKind kind, KeyEvent event) {
    boolean up = PlaceKeys.MOVE_UP.match(event);
    if (up || PlaceKeys.MOVE_DOWN.match(event)) {
      sampling.chain().move(kind, up ? -1 : 1);
      event.consume();
    }
  }
}
