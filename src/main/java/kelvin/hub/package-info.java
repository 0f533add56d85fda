/// Models on a hub with the protocol of the Hugging Face hub: names, files, what a graph needs, and
/// the port to a hub. Nothing here uses a network.
package kelvin.hub;
