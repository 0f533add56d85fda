package kelvin.ui.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kelvin.experiment.tuning.Depth;
import kelvin.inference.StartToken;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.ui.evaluation.form.SplitChoice;
import kelvin.ui.lab.PlaygroundPrompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, a training begins that cannot learn, or with other settings than were typed.
class TuningFormTest {

  private static final String TWO_LABELS = "text,label,part\na,b,train\nd,c,train\ne,b,test\n";

  @TempDir private Path folder = Path.of("");
  private final TuningForm form = new TuningForm(new Fixed(), Runnable::run, Runnable::run);

  /// A playground with one prompt.
  private record Fixed() implements PlaygroundPrompt {

    @Override
    public Trial trial() {
      return new Trial(new FreePrompt("{x}>"), List.of(), Optional.empty(), false);
    }

    @Override
    public Trial composed() {
      return trial();
    }

    @Override
    public boolean isFewShot() {
      return false;
    }

    @Override
    public StartToken startToken() {
      return StartToken.AUTO;
    }

    @Override
    public void restore(Trial wanted, String name) {
      throw new UnsupportedOperationException();
    }
  }

  private void open(String table) throws IOException {
    form.data().open(Files.writeString(folder.resolve("t.csv"), table));
    form.data().splitProperty().set(SplitChoice.COLUMN);
    form.data().splitColumnProperty().set("part");
  }

  private String refusal() {
    return assertInstanceOf(TuningPlanned.Refused.class, form.plannedProperty().get()).reason();
  }

  private TuningPlanned.Ready ready() {
    return assertInstanceOf(TuningPlanned.Ready.class, form.plannedProperty().get());
  }

  @Test
  void oneLabelIsRefusedBeforeAnythingRuns() throws Exception {
    open("text,label,part\na,b,train\nd,b,train\ne,b,test\nw,c,test\n");
    assertTrue(refusal().contains("have the label 'b'"), refusal());
  }

  @Test
  void oneExampleIsRefusedBeforeAnythingRuns() throws Exception {
    open("text,label,part\na,b,train\ne,b,test\nw,c,test\n");
    assertTrue(refusal().contains("only one pair to learn from"), refusal());
  }

  @Test
  void whatIsTypedIsWhatIsTrained() throws Exception {
    open(TWO_LABELS);
    form.depthProperty().set(Depth.LOWRANK);
    form.training().epochsProperty().set("7");
    form.training().batchProperty().set("3");
    form.training().rankProperty().set("2");
    assertEquals(Depth.LOWRANK.rate(), ready().wish().settings().rate());

    form.training().rateProperty().set("0.5");

    var settings = ready().wish().settings();
    assertEquals(7, settings.epochs());
    assertEquals(3, settings.batch());
    assertEquals(2, settings.rank());
    assertEquals(0.5, settings.rate());
    assertEquals(2, ready().wish().data().train().size());
  }

  @Test
  void aNumberThatIsNoneIsNamed() throws Exception {
    open(TWO_LABELS);
    form.depthProperty().set(Depth.ALL);
    form.training().rateProperty().set("fast");

    assertEquals("Rate must be a number greater than 0, was “fast”.", refusal());
  }

  @Test
  void aHeadTakesItsPenaltyAndNoneOfTheSettings() throws Exception {
    open(TWO_LABELS);
    form.training().epochsProperty().set("none");
    form.penaltyProperty().set("0.25");

    assertEquals(0.25, ready().wish().l2().orElseThrow());
  }
}
