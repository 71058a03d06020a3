/**
 * A webpack loader for the fonts and pictures of Fabric: takes away the address on a foreign network from which it would
 * fetch them. Without an address it declares none, and the pane has the fonts of the machine.
 */
export default function ownFonts(source) {
  const own = source.replace(/'https:\/\/[^']+'/, "''");
  if (own === source)
    throw new Error('Fabric keeps the address of its fonts or pictures elsewhere now: see scripts/ownFonts.js');
  return own;
}
