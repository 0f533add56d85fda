package kelvin.remote.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import kelvin.text.VisibleText;
import kelvin.web.SilenceException;
import kelvin.web.WishedPause;

/// Turns what a server or the network did into a sentence for the user.
final class ServerFailures {

  private static final int MAX_SAID = 300;

  private ServerFailures() {}

  /// A failure of the network.
  ///
  /// @param host the name and port of the server
  static ServerException ofNetwork(IOException e, String host) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _ -> {
          return unknown(host, e);
        }
        case UnresolvedAddressException _ -> {
          return unknown(host, e);
        }
        case SSLException _ -> {
          return ServerException.lasting(
              "The connection to " + host + " is not safe: its certificate is not trusted.",
              "Check the date of this computer, or write http: in the address if the server has no"
                  + " certificate.");
        }
        case HttpTimeoutException _ -> {
          return silent(host);
        }
        case SilenceException _ -> {
          return silent(host);
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
    return ServerException.passing(
        "The connection to the server " + host + " broke before its answer was whole.",
        "See whether it still runs, and try again.",
        e);
  }

  private static ServerException unknown(String host, IOException e) {
    return ServerException.passing(
        "The server " + host + " cannot be found.", "Check its name and the network.", e);
  }

  private static ServerException unreachable(String host, IOException e) {
    return ServerException.passing(
        "The server " + host + " cannot be reached.",
        "Start it, and check the port and the network.",
        e);
  }

  /// A second try would be as silent and take as long.
  private static ServerException silent(String host) {
    return ServerException.lasting(
        "The server " + host + " does not answer.",
        "See whether it is busy, and try again; a shorter prompt takes less time.");
  }

  /// A failure that the server reports.
  ///
  /// @param body the server's own words; may be anything
  static ServerException ofStatus(int status, HttpHeaders headers, byte[] body, String host) {
    var pause = WishedPause.in(headers);
    if (pause.isPresent() && (status == 429 || status == 503)) {
      return ServerException.passingAfter(
          pause.get(),
          "The server %s was asked too often and wants a pause of %d seconds."
              .formatted(host, pause.get().toSeconds()),
          "Try again then.");
    }
    return switch (status) {
      case 401, 403 ->
          ServerException.lasting(
              "The server " + host + " wants a key" + said(body) + ".",
              "Set the variable " + ServerKeys.VARIABLE + " to " + host + "=KEY.");
      case 404 ->
          ServerException.lasting(
              "The server " + host + " has no such model" + said(body) + ".",
              "Check the address, the name of the model, and the kind of the server.");
      case 407 ->
          ServerException.lasting(
              "The proxy wants a name and a password, which Kelvin cannot give.",
              "Use another proxy, or add the server to the variable no_proxy.");
      case 408, 429, 502, 503, 504 ->
          ServerException.passing(
              "The server " + host + " is busy or not ready (status " + status + ").",
              "Try again later.",
              null);
      default ->
          status >= 300 && status < 400
              ? ServerException.lasting(
                  "The server " + host + " sends to another address, which Kelvin does not follow.",
                  "Give the address of the server itself.")
              : ServerException.refusal(
                  "The server " + host + " refuses (status " + status + ")" + said(body) + ".",
                  "See the server's own log for the reason.");
    };
  }

  private static String said(byte[] body) {
    int length = Math.min(body.length, MAX_SAID);
    var words = new String(body, 0, length, StandardCharsets.UTF_8).strip();
    return words.isEmpty() ? "" : ": " + VisibleText.ofLine(words).replaceFirst("[.]+$", "");
  }
}
