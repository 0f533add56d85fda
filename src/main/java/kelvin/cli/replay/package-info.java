/// The commands that draw a text again: many samples, replays and verifications.
package kelvin.cli.replay;
