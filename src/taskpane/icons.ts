import { initializeIcons } from '@fluentui/font-icons-mdl2';

let ready = false;

/** Registers Fabric's icons with the fonts that lie beside the pages. */
export function registerIcons(): void {
  if (ready) return;
  ready = true;
  initializeIcons('fonts/', { disableWarnings: true });
}
