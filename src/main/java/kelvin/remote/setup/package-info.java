/// The parts that all kinds of servers share: the facts known before they are asked, and how their
/// models are described and run.
package kelvin.remote.setup;
