/// Plans variants of a prompt and summarises their outcomes.
package kelvin.prompt.sweep;
