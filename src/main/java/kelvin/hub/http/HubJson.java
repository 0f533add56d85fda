package kelvin.hub.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.hub.Checksum;
import kelvin.hub.FoundModel;
import kelvin.hub.HubException;
import kelvin.hub.RemoteFile;
import kelvin.hub.RepositoryId;

/// Reads the answers of a hub. What the protocol does not promise is left out; what it promises and
/// is missing is an error.
///
/// The fields: https://huggingface.co/docs/hub/api and the hub's own client.
final class HubJson {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final String LICENSE = "license:";

  private final String host;

  HubJson(String host) {
    this.host = host;
  }

  /// The facts in an answer about a repository.
  record About(String commit, String license) {}

  About about(String text) throws HubException {
    var object = object(parse(text));
    var commit = string(object, "sha");
    if (!COMMIT.matcher(commit).matches()) {
      throw Failures.garbage(host);
    }
    return new About(commit, licenseOf(object));
  }

  /// The files of a page. Files whose names no folder can keep, or that have no checksum, are left
  /// out: no model needs them.
  List<RemoteFile> files(String text) throws HubException {
    var files = new ArrayList<RemoteFile>();
    for (var element : array(parse(text))) {
      var entry = object(element);
      if (string(entry, "type").equals("file")) {
        file(entry).ifPresent(files::add);
      }
    }
    return files;
  }

  private static Optional<RemoteFile> file(JsonObject entry) {
    var path = string(entry, "path");
    var lfs = entry.get("lfs") instanceof JsonObject object ? object : new JsonObject();
    long size = number(lfs, "size").or(() -> number(entry, "size")).orElse(-1L);
    var checksum =
        Checksum.sha256(string(lfs, "oid"))
            .or(() -> lfs.isEmpty() ? Checksum.gitBlob(string(entry, "oid")) : Optional.empty());
    return size >= 0 && RemoteFile.isSafe(path)
        ? checksum.map(sum -> new RemoteFile(path, size, sum))
        : Optional.empty();
  }

  /// The repositories that a search found.
  List<FoundModel> found(String text) throws HubException {
    var models = new ArrayList<FoundModel>();
    for (var element : array(parse(text))) {
      var entry = object(element);
      var name = string(entry, "id").isEmpty() ? string(entry, "modelId") : string(entry, "id");
      try {
        models.add(
            new FoundModel(
                RepositoryId.of(name),
                string(entry, "pipeline_tag"),
                licenseOf(entry),
                number(entry, "downloads").orElse(-1L),
                isGated(entry)));
      } catch (IllegalArgumentException _) {
        // A name that cannot be asked for.
      }
    }
    return models;
  }

  /// `false`, or the way in which access is given.
  private static boolean isGated(JsonObject entry) {
    var gated = entry.get("gated");
    return gated != null && gated.isJsonPrimitive() && !gated.getAsString().equals("false");
  }

  /// The license of the model card, else the one among the tags.
  private static String licenseOf(JsonObject entry) {
    if (entry.get("cardData") instanceof JsonObject card && !string(card, "license").isEmpty()) {
      return string(card, "license");
    }
    if (entry.get("tags") instanceof JsonArray tags) {
      for (var tag : tags) {
        if (tag.isJsonPrimitive() && tag.getAsString().startsWith(LICENSE)) {
          return tag.getAsString().substring(LICENSE.length());
        }
      }
    }
    return "";
  }

  private JsonElement parse(String text) throws HubException {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException | StackOverflowError _) {
      throw Failures.garbage(host);
    }
  }

  private JsonObject object(JsonElement element) throws HubException {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw Failures.garbage(host);
  }

  private JsonArray array(JsonElement element) throws HubException {
    if (element instanceof JsonArray array) {
      return array;
    }
    throw Failures.garbage(host);
  }

  private static String string(JsonObject object, String name) {
    var element = object.get(name);
    return element != null && element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()
        ? element.getAsString()
        : "";
  }

  private static Optional<Long> number(JsonObject object, String name) {
    var element = object.get(name);
    if (element == null || !element.isJsonPrimitive() || !element.getAsJsonPrimitive().isNumber()) {
      return Optional.empty();
    }
    double value = element.getAsDouble();
    return value >= 0 && value < 1L << 53 && value == Math.rint(value)
        ? Optional.of((long) value)
        : Optional.empty();
  }
}
