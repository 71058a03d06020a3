import type { Desk } from './desk';
import { translate } from '../i18n';

/** The workbook that is open at the start. */
const SAMPLE_NAME = '样例-年度考核.xlsx';

/** Opens the sample workbook that is served beside the page. */
export async function openSample(desk: Desk): Promise<void> {
  try {
    const response = await fetch(`sample/${encodeURIComponent(SAMPLE_NAME)}`);
    if (!response.ok) throw new Error(String(response.status));
    await desk.openSample(new File([await response.blob()], SAMPLE_NAME));
  } catch {
    desk.report(new Error(translate(desk.locale, 'browser.noSample')));
  }
}
