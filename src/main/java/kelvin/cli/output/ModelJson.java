package kelvin.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.Tokenizer;

/// The answer of `inspect` for programs.
public final class ModelJson {

  private final Json json;
  private final ModelDescriptor descriptor;
  private final Tokenizer tokenizer;

  public ModelJson(PrintWriter out, LoadedModel loaded) {
    json = new Json(out);
    descriptor = loaded.descriptor();
    tokenizer = loaded.tokenizer();
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
    json.member("vocabularySize", tokenizer.vocabulary().size());
    json.member("logitCount", descriptor.logitCount());
    json.member("cache", descriptor.cache().label());
    json.array("startTokens", () -> tokens(tokenizer.startTokens()));
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
            json.member("token", tokenizer.vocabulary().text(id));
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
