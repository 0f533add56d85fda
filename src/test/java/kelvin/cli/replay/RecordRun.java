package kelvin.cli.replay;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import kelvin.cli.CliRun;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
import kelvin.inference.LogitsRowSink;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.fixture.Descriptors;
import kelvin.inference.fixture.OtherTokens;

/// Runs commands on fake models of bytes that have no files.
final class RecordRun {

  private RecordRun() {}

  /// The folder `hot` holds a model with other logits, `ids` one with other tokens, and any other
  /// folder the model of the tests. None has files.
  static CliRun.Outcome run(String... arguments) {
    return new CliRun().models((folder, _) -> load(folder)).run(arguments);
  }

  private static LoadedModel load(Path folder) {
    var loaded = CliRun.model(List.of(0), () -> {}, 0);
    var model = new WithoutFiles(loaded.model(), folder.endsWith("hot") ? 0.5f : 1);
    return new LoadedModel(
        model, folder.endsWith("ids") ? new OtherTokens(loaded.tokenizer()) : loaded.tokenizer());
  }

  private record WithoutFiles(LanguageModel model, float scale) implements LanguageModel {

    @Override
    public void run(int[] ids, int first, LogitsRowSink sink, Cancellation cancellation) {
      model.run(
          ids,
          first,
          (position, row) -> {
            var scaled = row.clone();
            for (int id = 0; id < scaled.length; id++) {
              scaled[id] *= scale;
            }
            sink.accept(position, scaled);
          },
          cancellation);
    }

    @Override
    public ModelDescriptor descriptor() {
      return Descriptors.withFiles(model.descriptor(), List.of());
    }

    @Override
    public void close() {}
  }

  /// The objects of an array in an answer.
  static List<JsonObject> objects(JsonObject json, String name) {
    return StreamSupport.stream(json.getAsJsonArray(name).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
