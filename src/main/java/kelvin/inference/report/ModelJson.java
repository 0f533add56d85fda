package kelvin.inference.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import kelvin.inference.ModelDescriptor;
import kelvin.text.json.Json;

/// The report of a model for programs.
public final class ModelJson {

  private final Json json;
  private final ModelDescriptor descriptor;
  private final ModelFacts model;

  public ModelJson(PrintWriter out, ModelFacts model) {
    json = new Json(out);
    descriptor = model.descriptor();
    this.model = model;
  }

  /// The report as a text, as `kelvin inspect --json` prints it.
  public static String text(ModelFacts model) {
    var text = new StringWriter();
    try {
      new ModelJson(new PrintWriter(text), model).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  public void write() throws IOException {
    json.document(this::members);
  }

  private void members() throws IOException {
    json.member("model", descriptor.name());
    json.member("folder", descriptor.folder().toString());
    if (descriptor.architecture().isPresent()) {
      json.member("architecture", descriptor.architecture().get());
    } else {
      json.missing("architecture");
    }
    json.member("precision", descriptor.precision());
    json.member("parameterCount", descriptor.parameterCount());
    if (descriptor.contextLength().isPresent()) {
      json.member("contextLength", descriptor.contextLength().getAsInt());
    } else {
      json.missing("contextLength");
    }
    json.member("vocabularySize", model.vocabulary().size());
    json.member("logitCount", descriptor.logitCount());
    json.member("cache", descriptor.cache().label());
    json.array("startTokens", () -> tokens(model.startTokens()));
    json.array("endOfTextTokens", () -> tokens(descriptor.endOfTextIds()));
    json.array("files", this::files);
    json.array("inputs", () -> tensors(descriptor.inputs()));
    json.array("outputs", () -> tensors(descriptor.outputs()));
    json.array("probes", this::probes);
    json.array("warnings", this::warnings);
  }

  private void tokens(List<Integer> ids) throws IOException {
    for (int id : ids) {
      json.object(
          () -> {
            json.member("id", id);
            json.member("token", model.vocabulary().text(id));
          });
    }
  }

  private void files() throws IOException {
    for (var file : descriptor.files()) {
      json.object(
          () -> {
            json.member("path", file.path().toString());
            json.member("size", file.size());
          });
    }
  }

  private void tensors(List<ModelDescriptor.GraphTensor> tensors) throws IOException {
    for (var tensor : tensors) {
      json.object(
          () -> {
            json.member("name", tensor.name());
            json.member("type", tensor.type());
            json.member("shape", tensor.shape());
            json.member("role", tensor.role());
          });
    }
  }

  private void probes() throws IOException {
    for (var probe : descriptor.probes()) {
      json.object(
          () -> {
            json.member("name", probe.name());
            json.member("question", probe.question());
            json.member("passed", probe.passed());
            json.member("largestDifference", probe.largestDifference());
          });
    }
  }

  private void warnings() throws IOException {
    for (var warning : descriptor.warnings()) {
      json.element(warning);
    }
  }
}
