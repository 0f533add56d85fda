/// Reads model folders: their files, configuration and the records of earlier loads.
package kelvin.catalog;
