package kelvin.hub.http;

import static kelvin.text.PlainWords.assertPlain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kelvin.hub.HubException;
import kelvin.hub.RemoteFile;
import kelvin.hub.RepositoryId;
import kelvin.hub.fixture.Answers;
import kelvin.hub.fixture.Hubs;
import kelvin.hub.fixture.TestHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hubs, mirrors and proxies answer in many ways. Without these rules a user would get a wrong
/// model, a message for developers, or a token that went to a stranger.
final class HttpHubTest extends ServedHub {

  @Test
  void aListHasSizesChecksumsTheCommitAndTheLicense() throws Exception {
    var listing = list();

    assertEquals(TestHub.COMMIT, listing.commit());
    assertEquals("mit", listing.license());
    assertEquals(
        List.of("config.json", "onnx/model.onnx"),
        listing.files().stream().map(RemoteFile::path).toList());
    var graph = listing.file("onnx/model.onnx").orElseThrow();
    assertEquals(7, graph.size());
    assertEquals(TestHub.sum("SHA-256", bytes("a graph")), graph.checksum().hex());
    assertEquals(
        "9e26dfeeb6e641a33dae4961196235bdb965b21b",
        listing.file("config.json").orElseThrow().checksum().hex());
  }

  @Test
  void aListInPagesIsWholeAndStaysOnTheHub() throws Exception {
    for (int i = 0; i < 25; i++) {
      server.put("more " + i + "%.txt", bytes("x"));
    }
    server.setPageSize(4);

    assertEquals(27, list().files().size());
    assertEquals(7, server.seen().stream().filter(each -> each.path().startsWith(TREE)).count());
  }

  @Test
  void namesThatLeadOutAreLeftOut() throws Exception {
    server.always(
        TREE,
        Answers.text(
            """
            [{"type": "file", "path": "../evil", "size": 1, "oid": "%1$s"},
             {"type": "file", "path": "/etc/passwd", "size": 1, "oid": "%1$s"},
             {"type": "file", "path": "%2$s", "size": 1, "oid": "%1$s"},
             {"type": "directory", "path": "onnx"},
             {"type": "file", "path": "no sum", "size": 1},
             {"type": "file", "path": "less than none", "size": -1, "oid": "%1$s"},
             {"type": "file", "path": "a b/50%% of.txt", "size": 1, "oid": "%1$s"}]
            """
                .formatted("a".repeat(40), "a".repeat(1000))));

    assertEquals(List.of("a b/50% of.txt"), list().files().stream().map(RemoteFile::path).toList());
  }

  @Test
  void blanksAndPercentSignsInNamesAreEncoded() throws Exception {
    server.put("a b/50% of?.txt", bytes("here"));

    assertEquals("here", read("a b/50% of?.txt"));
  }

  private String read(String path) throws HubException {
    var listing = list();
    var out = new StringBuilder();
    try (var body = hub.open(listing, listing.file(path).orElseThrow(), 0, cancellation)) {
      for (var piece = body.next(); piece.isPresent(); piece = body.next()) {
        out.append(StandardCharsets.UTF_8.decode(piece.get()));
      }
    }
    return out.toString();
  }

  @Test
  void aSearchAsksForModelsThatOpenHere() throws Exception {
    var found = hub.search("toy & co", 5, cancellation);

    assertEquals(1, found.size());
    assertEquals(TestHub.REPOSITORY, found.getFirst().id().text());
    assertEquals("mit", found.getFirst().license());
    assertEquals(12_345, found.getFirst().downloads());
    assertFalse(found.getFirst().gated());
    assertEquals(
        "search=toy%20%26%20co&filter=onnx&pipeline_tag=text-generation&sort=downloads"
            + "&direction=-1&limit=5",
        server.seen().getLast().query());
  }

  @Test
  void theTokenGoesToTheHubAndToNoOtherHost() throws Exception {
    try (var other = TestHub.start()) {
      server.next(
          "onnx/model.onnx",
          Answers.redirect(
              URI.create(
                  other.endpoint()
                      + "/x/resolve/"
                      + TestHub.COMMIT
                      + "/onnx/model.onnx?signed=1")));
      other.putLarge("onnx/model.onnx", bytes("a graph"));

      assertEquals("a graph", read("onnx/model.onnx"));
      assertEquals(1, other.seen().size());
      assertEquals("null", other.seen().getFirst().authorization());
      assertTrue(
          server.seen().stream()
              .allMatch(each -> each.authorization().equals("Bearer " + Hubs.TOKEN)));
    }
  }

  @Test
  void theTokenIsNotSentEvenIfTheOtherHostSendsBackAndForth() throws Exception {
    try (var other = TestHub.start()) {
      var away = URI.create(other.endpoint() + "/away");
      server.next("onnx/model.onnx", Answers.redirect(away));
      other.always(
          "/away",
          Answers.redirect(
              URI.create(
                  server.endpoint()
                      + "/"
                      + TestHub.REPOSITORY
                      + "/resolve/"
                      + TestHub.COMMIT
                      + "/onnx/model.onnx")));

      assertEquals("a graph", read("onnx/model.onnx"));
      assertEquals("null", other.seen().getFirst().authorization());
    }
  }

  @Test
  void aRenamedRepositoryIsFollowed() throws Exception {
    server.always(
        "/api/models/someone/old/revision/main", Answers.redirect(URI.create(ABOUT + "main")));
    server.always(
        "/api/models/someone/old/tree/",
        Answers.redirect(URI.create(TREE + TestHub.COMMIT + "?recursive=true")));

    var listing = hub.list(RepositoryId.of("someone/old"), "main", cancellation);

    assertEquals(2, listing.files().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x.example/", "file:///etc/passwd", "https://", "::"})
  void aRedirectToNoWebAddressIsRefused(String target) {
    server.always(ABOUT, Answers.status(302, "Location", target));

    assertPlain(String.valueOf(refusal().getMessage()));
    assertTrue(refusal().reason().contains("does not follow"), refusal().reason());
  }

  @Test
  void aRedirectInACircleEnds() {
    server.always(ABOUT, Answers.redirect(URI.create(ABOUT + "main")));

    assertTrue(refusal().reason().contains("without end"), refusal().reason());
  }
}
