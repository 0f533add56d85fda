package kelvin.ui.compare.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import kelvin.engine.pair.PairWork.Done;
import kelvin.engine.pair.PairedToken;
import kelvin.text.Span;
import kelvin.ui.text.PromptArea;
import kelvin.ui.text.ShadedToken;
import org.jspecify.annotations.Nullable;

/// The text with each token shaded by how the models differ before it. The caret looks at a
/// position.
final class PairStrip extends StackPane {

  private final TextPairViewModel viewModel;
  private final PromptArea area = new PromptArea();

  /// The tokens that have a place in the text, in its order.
  private List<PairedToken> shown = List.of();

  PairStrip(TextPairViewModel viewModel) {
    this.viewModel = viewModel;
    var editor = area.editor();
    editor.setId("compare-strip");
    editor.setEditable(false);
    editor.setAccessibleText("The text, shaded by how the models differ");
    editor.setTooltip(
        new Tooltip(
            "The text that both models read. The stronger the shade, the more they differ about the"
                + " token; click one to look at both distributions before it."));
    area.setOnCaret(this::mark);
    editor.addEventHandler(
        MouseEvent.MOUSE_CLICKED, _ -> viewModel.look(viewModel.positionProperty().get()));
    editor.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            viewModel.look(viewModel.positionProperty().get());
          }
        });
    getChildren().add(area);
    setMinWidth(0);
    viewModel.resultProperty().subscribe(this::show);
    viewModel.shadeProperty().subscribe((_, _) -> show(viewModel.resultProperty().get()));
    viewModel.unit().subscribe((_, _) -> show(viewModel.resultProperty().get()));
    viewModel.positionProperty().subscribe(at -> frame(at.intValue()));
  }

  private void show(@Nullable Done done) {
    if (done == null || done.comparison().text().isEmpty()) {
      shown = List.of();
      area.tokensProperty().set(List.of());
      area.continuationProperty().set("");
      return;
    }
    var tokens = new ArrayList<PairedToken>();
    var shades = new ArrayList<ShadedToken>();
    int from = done.context().startCount();
    var flipped = done.comparison().text().get().firstFlippedDraw();
    for (var token : done.comparison().text().get().tokens()) {
      if (token.position() >= from) {
        tokens.add(token);
        shades.add(
            shaded(
                token,
                done.context().prompt().get(token.position() - from).span(),
                done,
                flipped.equals(Optional.of(token))));
      }
    }
    shown = tokens;
    area.tokensProperty().set(List.of());
    area.continuationProperty().set(done.asked().text());
    area.tokensProperty().set(shades);
  }

  private ShadedToken shaded(PairedToken token, Span span, Done done, boolean isFirstFlip) {
    return new ShadedToken(
        span,
        viewModel.shadeProperty().get().of(token),
        () -> PairWords.describe(token, done.vocabulary(), viewModel.unit().getValue()),
        false,
        isFirstFlip);
  }

  /// Marks the token at the caret; a click or Enter looks at it.
  private void mark(int caret) {
    var shades = area.tokensProperty().get();
    for (int i = 0; i < shades.size(); i++) {
      var token = shown.get(i);
      if (shades.get(i).span().contains(caret)
          && viewModel.positionProperty().get() != token.position()) {
        area.caretTokenProperty().set(shades.get(i).label().get());
        viewModel.positionProperty().set(token.position());
      }
    }
  }

  private void frame(int position) {
    int index = -1;
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).position() == position) {
        index = i;
      }
    }
    area.selectedTokenProperty().set(index);
  }
}
