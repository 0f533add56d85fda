/// The options of searches through texts: what ends them, and what is listed.
package kelvin.cli.option.search;
