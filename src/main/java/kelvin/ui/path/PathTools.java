package kelvin.ui.path;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.engine.SlicedWork;
import kelvin.ui.model.beside.BorrowedModel;
import kelvin.ui.path.tool.ExpandTool;
import kelvin.ui.path.tool.PairTool;
import kelvin.ui.path.tool.PathPlace;
import kelvin.ui.path.tool.RecordTool;
import kelvin.ui.path.tool.ReplayTool;
import kelvin.ui.path.tool.SampleTool;
import kelvin.ui.path.tool.TextTool;
import kelvin.ui.work.ToolRun;

/// The tools of the page that run the model, and which of them is shown.
public final class PathTools {

  private final ObjectProperty<PathTool> shown =
      new SimpleObjectProperty<>(this, "shown", PathTool.PATH);
  private final ExpandTool expand;
  private final ReplayTool replay;
  private final SampleTool sample;
  private final TextTool text;
  private final PairTool pair;
  private final RecordTool record;

  /// @param replayModel the model of replays
  PathTools(
      PathPlace place,
      Consumer<SlicedWork> engine,
      BorrowedModel replayModel,
      Executor background,
      Executor fxThread) {
    // A path is made of a continuation one at a time, whichever tool found it.
    var taking = new ToolRun(engine, fxThread);
    expand = new ExpandTool(place, new ToolRun(engine, fxThread), taking);
    replay = new ReplayTool(place, new ToolRun(engine, fxThread), taking, replayModel);
    sample = new SampleTool(place, new ToolRun(engine, fxThread), taking);
    text = new TextTool(place, new ToolRun(engine, fxThread));
    pair = new PairTool(place, new ToolRun(engine, fxThread), taking);
    record = new RecordTool(place, new ToolRun(engine, fxThread), background);
  }

  /// The tool below the tree.
  public ObjectProperty<PathTool> shownProperty() {
    return shown;
  }

  public ExpandTool expand() {
    return expand;
  }

  public ReplayTool replay() {
    return replay;
  }

  public SampleTool sample() {
    return sample;
  }

  public TextTool text() {
    return text;
  }

  public PairTool pair() {
    return pair;
  }

  /// Records and certificates.
  public RecordTool record() {
    return record;
  }
}
