/// What all kinds of servers share: what is known before they are asked, and how their models are
/// described and run.
package kelvin.remote.setup;
