package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainedWeight.Part;
import kelvin.inference.training.TrainingText;
import kelvin.onnx.training.ScoredRows;
import kelvin.onnx.training.TrainingGraph;
import kelvin.onnx.training.WeightPlaces;

/// Runs two copies of a graph over the same weights: one gives gradients, the other one runs.
final class OnnxTrainingRuns implements TrainingRuns {

  private final Copies copies;
  private final Optional<BatchInputs> batches;
  private final Weights weights;
  private final Place place;
  private final List<TrainedWeight> trained;
  private boolean closed;

  /// The two copies.
  ///
  /// @param training keeps no states
  /// @param playing runs in `model`, which owns it
  record Copies(GraphRunner training, GraphRunner playing, LanguageModel model) {}

  /// The weights that are inputs.
  ///
  /// @param others further tensors that are lent to the copies
  /// @param ties those that are one weight of the model
  /// @param outputs the outputs with the gradients, in the order of the slots
  /// @param scored the rows whose loss is made small
  /// @param memory of the slots
  record Weights(
      List<WeightSlot> slots,
      List<OnnxTensor> others,
      List<TiedWeights> ties,
      List<String> outputs,
      ScoredRows scored,
      NativeMemory memory) {}

  /// The place of the weights in the files.
  ///
  /// @param graph of the model, in its folder
  /// @param check refuses token ids that the model does not take
  record Place(Path folder, Path graph, WeightPlaces places, Consumer<int[]> check) {}

  /// Takes ownership of the copies and the weights.
  OnnxTrainingRuns(Copies copies, Optional<BatchInputs> batches, Weights weights, Place place) {
    this.copies = copies;
    this.batches = batches;
    this.weights = weights;
    this.place = place;
    trained =
        weights.slots().stream()
            .map(WeightSlot::weight)
            .filter(each -> weights.ties().stream().noneMatch(tie -> tie.copies(each)))
            .toList();
  }

  @Override
  public List<TrainedWeight> weights() {
    return trained;
  }

  @Override
  public boolean takesBatches() {
    return batches.isPresent();
  }

  @Override
  public double[] gradients(List<TrainingText> texts, double share, Cancellation cancellation) {
    var targets = new HashMap<String, OnnxTensor>();
    for (int i = 0; i < weights.slots().size(); i++) {
      targets.put(weights.outputs().get(i), weights.slots().get(i).gradient());
    }
    var sums = run(copies.training(), texts, run -> run.next(share), targets, cancellation);
    weights.ties().forEach(TiedWeights::addGradient);
    return sums;
  }

  @Override
  public double[] losses(List<TrainingText> texts, Cancellation cancellation) {
    return run(copies.playing(), texts, TextRun::next, Map.of(), cancellation);
  }

  @Override
  public List<float[]> features(List<TrainingText> texts, Cancellation cancellation) {
    var scored = weights.scored();
    if (!scored.hasHead()) {
      throw new IllegalStateException("the training has no head");
    }
    int width = Math.toIntExact(scored.width());
    var target = new FloatTarget(texts.size(), width);
    try (var tensor = target.tensor(copies.playing().environment())) {
      var targets = Map.of(TrainingGraph.FEATURES, tensor);
      run(copies.playing(), texts, TextRun::next, targets, cancellation);
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    }
    return target.rows();
  }

  /// Makes the inputs of the loss.
  private interface More {
    Map<String, OnnxTensor> of(TextRun run) throws OrtException;
  }

  private double[] run(
      GraphRunner runner,
      List<TrainingText> texts,
      More more,
      Map<String, OnnxTensor> targets,
      Cancellation cancellation) {
    if (closed) {
      throw new IllegalStateException("the training is closed");
    }
    texts.forEach(text -> place.check().accept(text.ids()));
    if (texts.size() > 1 && batches.isEmpty()) {
      throw new IllegalArgumentException("the graph takes one text");
    }
    try (var run = new TextRun(runner.environment(), texts)) {
      var outputs = new HashMap<>(targets);
      outputs.put(TrainingGraph.LOSSES, run.target());
      if (batches.isPresent()) {
        var inputs = run.inputs(batches.get());
        inputs.putAll(more.of(run));
        runner.runBatch(inputs, outputs, cancellation);
      } else {
        runner.runAlone(texts.getFirst().ids(), more.of(run), outputs, cancellation);
      }
      return run.sums();
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    }
  }

  @Override
  public void changed() {
    weights.ties().forEach(TiedWeights::follow);
    try {
      copies.playing().crop(0);
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    }
  }

  @Override
  public LanguageModel model() {
    return copies.model();
  }

  @Override
  public void write(Path copy) throws IOException {
    var graph = copy.resolve(place.folder().relativize(place.graph()).toString());
    for (var slot : weights.slots()) {
      var weight = slot.weight();
      if (weight.part() == Part.HEAD) {
        continue;
      }
      place.places().write(weight.name(), weight.values(), graph);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (var _ = weights.memory()) {
      copies.model().close();
      copies.training().close();
      weights.slots().forEach(WeightSlot::close);
      weights.others().forEach(OnnxTensor::close);
    } catch (OrtException e) {
      throw new IllegalStateException("the training does not close", e);
    }
  }
}
