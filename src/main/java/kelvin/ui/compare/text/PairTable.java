package kelvin.ui.compare.text;

import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import kelvin.display.InformationUnit;
import kelvin.engine.pair.PairWork.Done;
import kelvin.engine.pair.PairedToken;
import kelvin.text.Vocabulary;
import kelvin.ui.control.Numbers;
import kelvin.ui.work.ResultTable;
import kelvin.ui.work.ToolForm;
import org.jspecify.annotations.Nullable;

/// The positions of a text with the numbers of both models, to be sorted by any column. A click
/// looks at a position.
final class PairTable extends StackPane {

  private final TextPairViewModel viewModel;
  private final ResultTable<PairedToken> table;
  private @Nullable Vocabulary vocabulary;

  /// True while this view follows what was chosen elsewhere.
  private boolean following;

  PairTable(TextPairViewModel viewModel) {
    this.viewModel = viewModel;
    table = new ResultTable<>(token -> viewModel.look(token.position()));
    table.setId("compare-positions");
    table.setAccessibleText("Positions of the text");
    ToolForm.teach(
        table,
        "The positions of the text. A click on a column's name sorts by it; a click on a row or Enter"
            + " shows both distributions there.");
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    addColumns();
    table.makeSortable();
    table.say("No position is compared yet.");
    // The arrow keys only go along the rows; a click or Enter looks.
    table.setRowFactory(
        _ -> {
          var row = new TableRow<PairedToken>();
          row.setOnMouseClicked(
              _ -> {
                if (!row.isEmpty()) {
                  viewModel.look(row.getItem().position());
                }
              });
          return row;
        });
    getChildren().add(table);
    setMinWidth(0);
    viewModel.resultProperty().subscribe(this::show);
    viewModel.unit().subscribe(_ -> table.refresh());
    viewModel.positionProperty().subscribe(at -> follow(at.intValue()));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && !following) {
                viewModel.positionProperty().set(chosen.position());
              }
            });
  }

  private InformationUnit unit() {
    return viewModel.unit().getValue();
  }

  private void addColumns() {
    table.number(
        "at", "The position of the token, from 0.", 48, PairedToken::position, PairTable::whole);
    table.text(
        "Token",
        "The token that follows. Both models are asked before it.",
        token -> vocabulary == null ? "" : vocabulary.visibleText(token.id()));
    table.getColumns().getLast().setPrefWidth(92);
    table.number(
        "KL",
        "KL(A ‖ B) of the two distributions before the token, in the window’s unit.",
        72,
        token -> token.divergence().kl(),
        nats -> PairWords.number(nats, unit()));
    table.number(
        "JS",
        "The Jensen–Shannon divergence of the two, in the window’s unit.",
        72,
        token -> token.divergence().jensenShannon(),
        nats -> PairWords.number(nats, unit()));
    table.number(
        "TV %",
        "Total variation: how much the probability of any set of tokens can differ.",
        76,
        token -> token.divergence().totalVariation(),
        Numbers::percent);
    table.number(
        "B’s top",
        "The rank that A gives to B’s most probable token; 1 where both have the same one.",
        60,
        PairedToken::rankOfOtherTop,
        PairTable::whole);
    table.text(
        "Draw A",
        "The token that A’s model draws here, with the sampling of side A and the playground’s seed.",
        token -> drawn(token.draws().id()));
    table.getColumns().getLast().setPrefWidth(80);
    table.text(
        "Draw B",
        "The token that B’s model draws here with the same random number; – where it is the same.",
        token -> token.draws().agrees() ? "–" : drawn(token.draws().againstId()));
    table.getColumns().getLast().setPrefWidth(80);
    table.number(
        "ln p A",
        "The log-probability of the token for A’s model, in nats.",
        70,
        PairedToken::logProbability,
        Numbers::threeDigits);
    table.number(
        "ln p B",
        "The log-probability of the token for B’s model, in nats.",
        70,
        PairedToken::againstLogProbability,
        Numbers::threeDigits);
  }

  private String drawn(int id) {
    return vocabulary == null ? "" : vocabulary.visibleText(id);
  }

  private static String whole(double number) {
    return Numbers.count((long) number);
  }

  private void show(@Nullable Done done) {
    following = true;
    vocabulary = done == null ? null : done.vocabulary();
    table.getSelectionModel().clearSelection();
    if (done == null) {
      table.getItems().clear();
    } else {
      done.comparison().text().ifPresent(text -> table.showSorted(text.tokens()));
    }
    following = false;
  }

  private void follow(int position) {
    var chosen = table.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.position() == position) {
      return;
    }
    following = true;
    table.getSelectionModel().clearSelection();
    for (var token : table.getItems()) {
      if (token.position() == position) {
        table.getSelectionModel().select(token);
        table.scrollTo(token);
      }
    }
    following = false;
  }
}
