package kelvin.workspace.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;
import kelvin.workspace.file.Fields;
import kelvin.workspace.file.JsonNumbers;

/// Reads and writes the members of a session that hold generated tokens, and the model that their
/// ids belong to.
public final class TokensFormat {

  private TokensFormat() {}

  public static Map<String, Object> write(ModelReference model) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", model.name());
    fields.put("folder", model.folder());
    fields.put("bytes", model.bytes());
    fields.put("vocabulary", model.vocabulary());
    model
        .server()
        .ifPresent(
            server -> {
              fields.put("address", server.address());
              fields.put("tokenizer", server.tokenizer());
            });
    return fields;
  }

  public static ModelReference model(Fields fields) {
    return new ModelReference(
        fields.text("name", ""),
        fields.text("folder", ""),
        fields.integer("bytes", 0),
        fields.text("vocabulary", ""),
        fields
            .optionalText("address")
            .map(address -> new ModelReference.Server(address, fields.text("tokenizer", ""))));
  }

  public static Map<String, Object> write(Branch branch) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("prompt", branch.prompt());
    fields.putAll(write(branch.continuation()));
    return fields;
  }

  public static Branch branch(Fields fields) {
    return new Branch(fields.text("prompt", ""), continuation(fields));
  }

  public static Map<String, Object> write(Continuation continuation) {
    var fields = new LinkedHashMap<String, Object>();
    continuation.model().ifPresent(model -> fields.put("model", write(model)));
    fields.put("tokens", continuation.tokens().stream().map(TokensFormat::write).toList());
    return fields;
  }

  public static Continuation continuation(Fields fields) {
    Optional<ModelReference> model = fields.optionalObject("model").map(TokensFormat::model);
    return new Continuation(model, fields.objects("tokens", TokensFormat::token));
  }

  /// The members of one token.
  public static Map<String, Object> write(GeneratedToken token) {
    var draw = token.draw();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("step", draw.step());
    fields.put("id", draw.id());
    fields.put("text", token.text());
    fields.put("forced", token.forced());
    fields.put("position", token.position());
    fields.put("own", write(token.own()));
    fields.put("rank", draw.rank());
    fields.put("probability", JsonNumbers.of(draw.probability()));
    fields.put("finalProbability", JsonNumbers.of(draw.finalProbability()));
    fields.put("u", JsonNumbers.of(draw.u()));
    fields.put("entropy", JsonNumbers.of(draw.entropy()));
    fields.put("keptCount", draw.keptCount());
    return fields;
  }

  private static Map<String, Object> write(TokenScore own) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("logProbability", JsonNumbers.of(own.logProbability()));
    fields.put("rank", own.rank());
    fields.put("entropy", JsonNumbers.of(own.entropy()));
    return fields;
  }

  private static TokenScore score(Fields fields) {
    return new TokenScore(
        fields.number("logProbability", Double.NaN),
        fields.count("rank", 1, 1),
        fields.number("entropy", Double.NaN));
  }

  public static GeneratedToken token(Fields fields) {
    fields.get("id");
    var draw =
        new GeneratedStep(
            fields.count("step", 0, 0),
            fields.count("id", 0, 0),
            fields.number("probability", Double.NaN),
            fields.number("finalProbability", Double.NaN),
            fields.count("rank", 1, 1),
            fields.number("u", Double.NaN),
            fields.number("entropy", Double.NaN),
            fields.count("keptCount", 0, 0));
    return new GeneratedToken(
        draw,
        fields.text("text", ""),
        fields.count("position", 0, 0),
        score(fields.object("own")),
        fields.bool("forced", false));
  }
}
