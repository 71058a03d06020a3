/** Where the pages are while the add-in is being developed; manifest.xml names it. */
export const DEVELOPMENT_HOST = 'https://localhost:3000';

/**
 * The manifest for pages that lie elsewhere.
 * @param {string} manifest text of manifest.xml
 * @param {string} host https address of the folder that holds the pages
 * @returns {string}
 * @throws Error when the address is none that Excel would take
 * @example manifestFor(text, 'https://intranet.example/scorecard/')
 */
export function manifestFor(manifest, host) {
  const address = URL.canParse(host) ? new URL(host) : null;
  if (address?.protocol !== 'https:' || address.search || address.hash || address.username) {
    throw new Error(`The host of the add-in must be an https address such as https://intranet.example, not ${host}`);
  }
  return manifest.replaceAll(DEVELOPMENT_HOST, address.href.replace(/\/+$/, ''));
}
