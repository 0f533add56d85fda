/// Writes JSON documents as both faces give them.
package kelvin.text.json;
