/// Arranges the stages of a chain as the window shows them and a session keeps them.
package kelvin.distribution.arrangement;
