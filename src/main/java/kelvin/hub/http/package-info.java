/// The adapter for hubs that speak the protocol of the Hugging Face hub over HTTP.
package kelvin.hub.http;
