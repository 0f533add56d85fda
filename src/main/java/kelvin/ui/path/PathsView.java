package kelvin.ui.path;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/// The page Paths: the tree, and below it the path that is looked at.
public final class PathsView extends SplitPane {

  private static final double TREE = 0.58;

  public PathsView(PathsViewModel viewModel) {
    setId("paths");
    getStyleClass().addAll("page", "panels", "paths-view");
    setOrientation(Orientation.VERTICAL);
    var path = new PathCard(viewModel);
    getItems().setAll(new TreeCard(viewModel, path::editName), path);
    setDividerPositions(TREE);
  }
}
