/// Waits for the answers of servers, with an end to their silence and with cancellation. The
/// adapters to a hub and to servers of models share it.
package kelvin.web;
