/// The rules of a model folder that adapters and the hub share: what names say, and where links may
/// lead.
package kelvin.inference.folder;
