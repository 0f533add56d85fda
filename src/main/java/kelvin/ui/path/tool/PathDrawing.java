package kelvin.ui.path.tool;

import java.util.List;
import java.util.function.Consumer;
import kelvin.engine.Generation;
import kelvin.engine.replay.ReplayWork;
import kelvin.engine.replay.ReplayWork.Drawn;
import kelvin.ui.work.ToolRun;
import kelvin.workspace.paths.PathNode;
import kelvin.workspace.paths.StepSettings;

/// Draws paths into the tree, token by token. What was drawn stays when the work ends early.
final class PathDrawing {

  private PathDrawing() {}

  /// @param kept the first tokens
  /// @param maxTokens the most tokens, the kept ones included
  /// @param onToken gets each token with its node, on the FX thread
  static void begin(
      ToolRun run,
      PathPlace place,
      StepSettings settings,
      List<Integer> kept,
      int maxTokens,
      Told onToken) {
    var path = place.grow(settings);
    var drawing =
        new Generation.Settings(settings.chain(), settings.mode(), settings.seed(), maxTokens);
    run.begin(
        onFailed -> {
          Consumer<Drawn> told =
              run.each(
                  drawn -> {
                    var node = path.add(drawn);
                    if (drawn.isLast()) {
                      run.end();
                    }
                    onToken.tell(drawn, node);
                  });
          return new ReplayWork(place.prompt(), drawing, kept, told, onFailed);
        });
  }

  /// Makes a path of known tokens, and looks at its end. Those that the sampling of the playground
  /// would not draw count as taken.
  static void take(ToolRun run, PathPlace place, List<Integer> ids) {
    begin(
        run,
        place,
        place.settings(),
        ids,
        ids.size(),
        (drawn, node) -> {
          if (drawn.isLast()) {
            place.look(node);
          }
        });
  }

  /// Takes a token with its node.
  interface Told {
    void tell(Drawn drawn, PathNode node);
  }
}
