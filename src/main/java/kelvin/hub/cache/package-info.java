/// The hub's own cache on this computer: blobs, snapshots made of links, and revisions. Other tools
/// read and write the same folders.
package kelvin.hub.cache;
