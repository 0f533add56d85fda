/// Writes what is known of models on a hub and in its cache, for people and in JSON.
package kelvin.cli.output.hub;
