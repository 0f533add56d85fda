package kelvin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import kelvin.distribution.StageKind;
import kelvin.text.VisibleText;
import kelvin.text.Vocabulary;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.distribution.DistributionView;
import kelvin.ui.distribution.TokenDetail;
import kelvin.ui.playground.Page;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.sampling.chain.TokenListViewModel;
import kelvin.ui.shell.layout.Panel;

/// The commands for one token of the visible distribution.
final class TokenMenu {

  private static final List<Integer> BIASES = List.of(10, 5, 2, -2, -5, -10);

  private final PlaygroundViewModel playground;
  private final DistributionView view;
  private final PanelCommands panels;
  private final Node window;

  /// @param window a node that never leaves the window
  TokenMenu(
      PlaygroundViewModel playground, DistributionView view, PanelCommands panels, Node window) {
    this.playground = playground;
    this.window = window;
    this.view = view;
    this.panels = panels;
  }

  /// The commands for the token at a rank, 1-based; none where there is no such token.
  List<MenuPart> of(int rank) {
    var picture = playground.distribution().pictureProperty().get();
    var vocabulary = playground.distribution().vocabularyProperty().get();
    return picture == null || vocabulary == null || rank < 1 || rank > picture.rows()
        ? List.of()
        : new OneToken(picture, vocabulary, rank).parts();
  }

  private final class OneToken {

    private final DistributionPicture picture;
    private final Vocabulary vocabulary;
    private final int rank;
    private final int id;

    OneToken(DistributionPicture picture, Vocabulary vocabulary, int rank) {
      this.picture = picture;
      this.vocabulary = vocabulary;
      this.rank = rank;
      id = picture.logits().tokenAtRank(rank);
    }

    List<MenuPart> parts() {
      return List.of(
          Command.of(
                  "take-token",
                  "Take “" + picture.textAtRank(rank) + "” as the next token",
                  () -> playground.distribution().force(rank))
              .on(KeyCombination.valueOf("Enter")),
          MenuPart.LINE,
          watch(),
          ban(),
          CommandGroup.of("bias-token", "Set bias", biases()),
          Command.of(
              "look-up-token",
              "Find tokens like this",
              panels.on(Panel.DISTRIBUTION, this::lookUp)),
          Command.of("near-token", "Nearest tokens", () -> playground.pages().showNeighbors(id)),
          Command.of("compare-token", "Compare from here", this::compare).unless(text(whyNoText())),
          MenuPart.LINE,
          CommandGroup.of(
              "copy-token",
              "Copy",
              copy("text", "Text", vocabulary.text(id)),
              copy("id", "Id", Integer.toString(id)),
              copy("row", "Row with its numbers", row())));
    }

    private Command watch() {
      var watch = playground.watch();
      int row = watch.rowOf(vocabulary.text(id));
      return row >= 0
          ? Command.of("watch-token", "Stop watching", () -> watch.remove(row))
          : Command.of("watch-token", "Watch", () -> watch.watchExactly(vocabulary.text(id)))
              .unless(text(whyNoText()));
    }

    private Command ban() {
      var banned = tokens(StageKind.SUPPRESSED_TOKENS);
      return banned.isListed(id)
          ? Command.of("ban-token", "Allow again", () -> banned.removeToken(id))
          : Command.of("ban-token", "Ban", () -> banned.add(Integer.toString(id), "-inf"));
    }

    private List<Command> biases() {
      var list = tokens(StageKind.LOGIT_BIAS);
      var commands = new ArrayList<Command>();
      for (int bias : BIASES) {
        var name = (bias > 0 ? "+" : "−") + Math.abs(bias);
        commands.add(
            Command.of(
                "bias " + bias,
                name,
                () -> list.add(Integer.toString(id), Integer.toString(bias))));
      }
      commands.add(
          Command.of("bias-other", "Another …", panels.on(Panel.SAMPLING, this::typeBias)));
      if (list.isListed(id)) {
        commands.add(Command.of("bias-none", "None", () -> list.removeToken(id)));
      }
      return commands;
    }

    /// Shows the list of biases with this token typed, so that any number can be given to it.
    private void typeBias() {
      playground.sampling().chain().add(StageKind.LOGIT_BIAS);
      // In a narrow window the distribution has just left it.
      var scene = window.getScene();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      type(scene, "logit-bias-field", Integer.toString(id));
      focus(scene, "logit-bias-value");
    }

    private void lookUp() {
      view.findToken();
      playground.distribution().find().textProperty().set(picture.textAtRank(rank).strip());
    }

    /// Compares the text up to here with the one that goes on with this token.
    private void compare() {
      playground
          .figureData()
          .ifPresent(
              data -> {
                var before = data.prediction().textBefore(vocabulary);
                var pages = playground.pages();
                pages.compare().compare(before, before + vocabulary.text(id));
                pages.pageProperty().set(Page.COMPARE);
              });
    }

    private String whyNoText() {
      if (vocabulary.isSpecial(id) || vocabulary.isPadding(id)) {
        return "This token stands for no text.";
      }
      return vocabulary.wholeText(id).isEmpty() ? "This token is only part of a character." : "";
    }

    private String row() {
      var detail = TokenDetail.of(picture, rank, vocabulary);
      var names = detail.facts().stream().map(TokenDetail.Fact::name);
      var values = detail.facts().stream().map(TokenDetail.Fact::value);
      return line("token", names) + "\n" + line(detail.text(), values) + "\n";
    }
  }

  private static String line(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).collect(Collectors.joining("\t"));
  }

  private static Command copy(String id, String name, String text) {
    return Command.of("copy-token-" + id, name, () -> EditTarget.copy(text))
        .says(id.equals("row") ? "" : shortened(text));
  }

  private static String shortened(String text) {
    var visible = VisibleText.of(text);
    return visible.length() <= 24 ? visible : visible.substring(0, 24) + "…";
  }

  private static ReadOnlyStringWrapper text(String text) {
    return new ReadOnlyStringWrapper(text);
  }

  private TokenListViewModel tokens(StageKind kind) {
    return playground.sampling().tokens(kind);
  }

  private static void type(Scene scene, String field, String text) {
    Optional.ofNullable(scene.lookup("#" + field))
        .filter(TextField.class::isInstance)
        .map(TextField.class::cast)
        .ifPresent(found -> found.setText(text));
  }

  private static void focus(Scene scene, String field) {
    Optional.ofNullable(scene.lookup("#" + field)).ifPresent(found -> found.requestFocus());
  }
}
