/// Fetches what a plan names from a hub into the cache: resumed, checked, and safe against a second
/// process.
package kelvin.hub.transfer;
