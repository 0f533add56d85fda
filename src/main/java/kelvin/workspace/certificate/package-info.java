/// The files of certificates.
package kelvin.workspace.certificate;
