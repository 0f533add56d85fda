/// The commands about models on a hub and in its cache.
package kelvin.cli.models;
