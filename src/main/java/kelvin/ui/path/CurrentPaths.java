package kelvin.ui.path;

import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import kelvin.ui.plot.tree.PathMap;
import kelvin.ui.plot.tree.TreePicture;
import kelvin.workspace.paths.PathBranch;
import kelvin.workspace.paths.PathTree;
import org.jspecify.annotations.Nullable;

/// The paths of the playground's prompt as a small map beside the timeline. There is none while
/// there is only one path.
public final class CurrentPaths extends StackPane {

  private final PathsViewModel viewModel;
  private final PathMap map = new PathMap();
  private @Nullable DrawnTree drawn;

  public CurrentPaths(PathsViewModel viewModel) {
    this.viewModel = viewModel;
    map.setId("path-map");
    map.setOnChoose(this::take);
    Tooltip.install(
        map,
        new Tooltip(
            "The paths of this prompt; the strong line is the current text. A click on a path makes"
                + " it the current text (undo goes back); the page Paths has the tokens (Alt+2)."));
    getChildren().add(map);
    managedProperty().bind(visibleProperty());
    setMinWidth(60);
    setVisible(false);
    viewModel.currentProperty().subscribe(_ -> follow());
    viewModel.pathsProperty().subscribe((_, _) -> follow());
  }

  private void follow() {
    var tree =
        viewModel
            .currentProperty()
            .get()
            .flatMap(at -> viewModel.pathsProperty().get().find(at.prompt(), at.model()))
            .filter(of -> of.branches().size() > 1);
    setVisible(tree.isPresent());
    if (tree.isPresent()) {
      show(tree.get());
    } else if (drawn != null) {
      drawn = null;
      map.show(TreePicture.EMPTY, -1);
    }
  }

  private void show(PathTree tree) {
    var known = drawn;
    var now = known != null && known.isOf(tree) ? known : new DrawnTree(tree);
    drawn = now;
    map.show(
        now.picture(),
        viewModel.currentProperty().get().map(at -> now.place(at.node())).orElse(-1));
  }

  private void take(int row) {
    Optional.ofNullable(drawn).ifPresent(of -> viewModel.take(of.tree(), branch(of, row)));
  }

  private static PathBranch branch(DrawnTree of, int row) {
    var end = of.node(of.picture().rows().get(row).last());
    return of.tree().branches().stream()
        .filter(branch -> branch.end() == end)
        .findFirst()
        .orElseThrow();
  }
}
