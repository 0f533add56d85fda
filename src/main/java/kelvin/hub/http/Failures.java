package kelvin.hub.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import kelvin.hub.HubException;
import kelvin.text.VisibleText;
import kelvin.web.SilenceException;
import kelvin.web.WishedPause;

/// Turns what a server or the network did into a sentence for the user. No message holds an address
/// with a query, because such an address can be a key to the file.
final class Failures {

  private static final String LATER = "Try again later.";
  private static final int MAX_SAID = 200;

  private Failures() {}

  /// A failure of the network.
  static HubException ofNetwork(IOException e, String host) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _ -> {
          return offline(host, e);
        }
        case UnresolvedAddressException _ -> {
          return offline(host, e);
        }
        case SSLException _ -> {
          return HubException.lasting(
              "The connection to " + host + " is not safe: its certificate is not trusted.",
              "Check the date of this computer, and the proxy if there is one.",
              e);
        }
        case HttpTimeoutException _ -> {
          return silent(host, e);
        }
        case SilenceException _ -> {
          return silent(host, e);
        }
        case NoRouteToHostException _ -> {
          return unreachable(host, e);
        }
        case ConnectException _ -> {
          return unreachable(host, e);
        }
        default -> {
          // A cause further down may say more.
        }
      }
    }
    return HubException.passing("The connection to " + host + " broke.", LATER, e);
  }

  private static HubException offline(String host, IOException e) {
    return HubException.passing(
        host + " cannot be found: there may be no network.",
        "Check the network, and HF_ENDPOINT if you set it.",
        e);
  }

  private static HubException unreachable(String host, IOException e) {
    return HubException.passing(
        host + " cannot be reached.", "Check the network, and HF_ENDPOINT if you set it.", e);
  }

  private static HubException silent(String host, IOException e) {
    return HubException.passing(host + " does not answer.", LATER, e);
  }

  /// A failure that the server reports.
  ///
  /// @param what what was asked for, such as the name of a repository
  static HubException ofStatus(int status, HttpHeaders headers, String host, String what) {
    var code = headers.firstValue("X-Error-Code").orElse("");
    return switch (status) {
      case 401, 403 -> refused(status, code, headers, host, what);
      case 404, 410 -> missing(code, host, what);
      case 407 ->
          HubException.lasting(
              "The proxy wants a name and a password, which Kelvin cannot give.",
              "Use another proxy, or fetch the model with the hub's own tools.");
      case 429 -> tooMany(headers, host);
      case 408 -> HubException.passing(host + " does not answer in time.", LATER, null);
      case 451 ->
          HubException.lasting(
              host + " may not give " + what + " for legal reasons.", "Choose another model.");
      default ->
          status >= 500
              ? HubException.passing(
                  host + " has a problem of its own (status " + status + ").", LATER, null)
              : HubException.lasting(
                  host + " refuses " + what + " (status " + status + ")" + said(headers) + ".",
                  "Check the name and the revision.");
    };
  }

  private static HubException refused(
      int status, String code, HttpHeaders headers, String host, String what) {
    var message = headers.firstValue("X-Error-Message").orElse("");
    if (message.toLowerCase(Locale.ROOT).contains("invalid credentials")) {
      return HubException.lasting(
          host + " does not know the token.", "Set HF_TOKEN to a valid one, or unset it.");
    }
    if (code.equals("GatedRepo")) {
      return HubException.lasting(
          what + " is given only to those who accepted its conditions.",
          "Accept them on its page at " + host + ", and set HF_TOKEN to a token of your account.");
    }
    return status == 401
        ? HubException.lasting(
            host + " has no " + what + ", or it is private.",
            "Check the name; for a private one, set HF_TOKEN.")
        : HubException.lasting(
            host + " does not let you have " + what + said(headers) + ".",
            "Check what your token in HF_TOKEN may read.");
  }

  private static HubException missing(String code, String host, String what) {
    return switch (code) {
      case "RevisionNotFound" ->
          HubException.lasting(
              host + " has " + what + ", but not in this revision.", "Leave --revision out.");
      case "EntryNotFound" ->
          HubException.lasting(
              host + " lists a file of " + what + " that it does not have.", LATER);
      default ->
          HubException.lasting(
              host + " has no " + what + ".",
              "Check the name, or look for it: kelvin models search.");
    };
  }

  private static HubException tooMany(HttpHeaders headers, String host) {
    var wait = waitIn(headers);
    return HubException.passingAfter(
        wait,
        host + " was asked too often and wants a pause of " + wait.toSeconds() + " seconds.",
        "Try again then; with a token in HF_TOKEN it allows more.");
  }

  /// The wait that the hub asks for; without one a minute.
  private static Duration waitIn(HttpHeaders headers) {
    return WishedPause.in(headers).orElse(Duration.ofSeconds(60));
  }

  /// The server's own words, if it has some.
  private static String said(HttpHeaders headers) {
    var message = headers.firstValue("X-Error-Message").map(String::strip).orElse("");
    if (message.isEmpty()) {
      return "";
    }
    var words = message.length() > MAX_SAID ? message.substring(0, MAX_SAID) + "…" : message;
    return ": " + VisibleText.ofLine(words).replaceFirst("[.]+$", "");
  }

  /// An answer that is not what the protocol says.
  static HubException garbage(String host) {
    return HubException.lasting(
        host + " answers something that no hub answers.",
        "Check HF_ENDPOINT if you set it, and whether this network asks for a login.");
  }
}
