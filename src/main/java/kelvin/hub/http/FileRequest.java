package kelvin.hub.http;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.hub.Checksum;
import kelvin.hub.Hub;
import kelvin.hub.HubException;
import kelvin.hub.Listing;
import kelvin.hub.RemoteFile;
import kelvin.inference.Cancellation;

/// Asks for the bytes of one file and compares what the answer says with what the list said.
///
/// @param host of the hub, for messages
record FileRequest(Requests requests, String host, Listing listing, RemoteFile file) {

  private static final int WHOLE = 200;
  private static final int PART = 206;
  private static final int NO_SUCH_RANGE = 416;

  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  /// Opens the file from a position on, or from its beginning if the hub gives no such part.
  Hub.Body open(URI address, long from, Cancellation cancellation) throws HubException {
    var answer = requests.get(address, from, cancellation);
    boolean isUsed = false;
    try {
      if (isWrongPart(answer, from)) {
        answer.close();
        answer = requests.get(address, 0, cancellation);
      }
      check(answer);
      isUsed = true;
      return new Opened(answer, answer.status() == PART ? from : 0, host);
    } finally {
      if (!isUsed) {
        answer.close();
      }
    }
  }

  /// True if the hub gives another part than was asked for, or none.
  private boolean isWrongPart(Requests.Answer answer, long from) {
    if (from == 0) {
      return false;
    }
    if (answer.status() == NO_SUCH_RANGE) {
      return true;
    }
    var range = RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
    return answer.status() == PART
        && !(range.matches()
            && Long.parseLong(range.group(1)) == from
            && (range.group(3).equals("*") || Long.parseLong(range.group(3)) == file.size()));
  }

  private void check(Requests.Answer answer) throws HubException {
    if (answer.status() != WHOLE && answer.status() != PART) {
      throw Failures.ofStatus(answer.status(), answer.headers(), host, listing.id().text());
    }
    var own = answer.own();
    var commit = own.firstValue("X-Repo-Commit");
    if (commit.isPresent() && !commit.get().equals(listing.commit())) {
      throw differs("comes from another commit than was listed");
    }
    var size = own.firstValueAsLong("X-Linked-Size");
    if (size.isPresent() && size.getAsLong() != file.size()) {
      throw differs("has " + size.getAsLong() + " bytes and not " + file.size() + " as listed");
    }
    var length = answer.headers().firstValueAsLong("Content-Length");
    if (answer.status() == WHOLE && length.isPresent() && length.getAsLong() != file.size()) {
      throw differs("has " + length.getAsLong() + " bytes and not " + file.size() + " as listed");
    }
    checkTag(own.firstValue("X-Linked-Etag").or(() -> own.firstValue("ETag")).orElse(""));
  }

  /// A tag that is a checksum of the same kind must be the listed one. Other servers have tags of
  /// other kinds.
  private void checkTag(String header) throws HubException {
    var tag = header.replaceFirst("^W/", "").replace("\"", "");
    var sum =
        file.checksum().kind() == Checksum.Kind.SHA256
            ? Checksum.sha256(tag)
            : Checksum.gitBlob(tag);
    if (sum.isPresent() && !sum.get().equals(file.checksum())) {
      throw differs("has another checksum than was listed");
    }
  }

  private HubException differs(String how) {
    return HubException.damaged(
        file.path() + " " + how + " by " + host + ".",
        "It may be changing right now: try again later.");
  }

  /// The body of an answer.
  private record Opened(Requests.Answer answer, long start, String host) implements Hub.Body {

    @Override
    public Optional<ByteBuffer> next() throws HubException {
      try {
        return answer.body().next();
      } catch (IOException e) {
        throw Failures.ofNetwork(e, host);
      }
    }

    @Override
    public void close() {
      answer.close();
    }
  }
}
