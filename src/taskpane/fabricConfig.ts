/**
 * Fabric declares its text fonts with addresses on a CDN unless told otherwise, and reads this when it is loaded:
 * import this module before any of Fabric.
 */
declare global {
  interface Window {
    FabricConfig?: { fontBaseUrl?: string };
  }
}

window.FabricConfig = { fontBaseUrl: '' };

export {};
