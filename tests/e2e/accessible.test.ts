import { readFileSync } from 'node:fs';
import { BrowserEdition } from './browserEdition';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** The grid draws on a canvas of its own library; everything else is ours. */
const NOT_OURS = ['[data-grid]'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

let edition: BrowserEdition;
afterEach(async () => {
  await edition.stop();
  expect(edition.troubles).toEqual([]);
});

/** What axe finds wrong with the page as it is now, in short. */
async function violations(): Promise<string[]> {
  const { page } = edition;
  await page.evaluate(AXE);
  const found = await page.evaluate(async (exclude) => {
    const { axe } = window as unknown as {
      axe: { run: (context: unknown, options: unknown) => Promise<{ violations: Violation[] }> };
    };
    return (await axe.run({ exclude }, { resultTypes: ['violations'] })).violations;
  }, NOT_OURS);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

test.each([
  ['zh-CN', 320, false],
  ['en-US', 350, true],
] as const)('no screen in %s at %i px has a violation (dark: %s)', async (locale, width, isDark) => {
  edition = await BrowserEdition.start(locale);
  const { page } = edition;
  if (isDark) {
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await page.reload();
  }
  await edition.tab('考核细则').waitFor();
  await page.setViewportSize({ width, height: 700 });
  const main = page.getByRole('main');
  const step = (at: number) => main.getByRole('tablist').first().getByRole('tab').nth(at);
  const screens: Record<string, string[]> = {};
  const look = async (name: string) => void (screens[name] = await violations());

  await look('before a run');
  await edition.score();
  await look('ranking');
  await main.getByRole('option').first().click();
  await page
    .getByRole('button', { name: /^(为什么|Why)/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await look('why');
  const parts = page.getByRole('dialog').getByRole('tab');
  for (let at = 1; at < (await parts.count()); at++) {
    await parts.nth(at).click();
    await look(`why, part ${at}`);
  }
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(对比|Compare)$/ })
    .click();
  await page.getByRole('dialog').getByRole('searchbox').waitFor();
  await look('whom to compare with');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /后一名|Directly behind/ })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('heading', { name: /两个对象对比|Two subjects/ })
    .waitFor();
  await look('comparison');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const views = main.getByRole('tablist').nth(1).getByRole('tab');
  for (let at = 1; at < (await views.count()); at++) {
    await views.nth(at).click();
    await page.getByText(/正在(加载|绘图)|Loading|Drawing/).waitFor({ state: 'detached' });
    await look(`view ${at} of the result`);
  }
  for (const [at, name] of ['data', 'check', '', 'write'].entries()) {
    if (name === '') continue;
    await step(at).click();
    await look(name);
    if (name !== 'data') continue;
    await main
      .getByRole('button', { name: /党委考核/ })
      .first()
      .click();
    await main.getByRole('combobox').first().waitFor();
    await main.getByRole('button', { expanded: false }).last().click();
    await look('a sheet and a column of it');
  }
  for (const [at, name] of ['new workbook', 'rules', 'what-if', 'help', 'about'].entries()) {
    await page.getByRole('button', { name: /^(更多功能|More)$/ }).click();
    await page.getByRole('menuitem').nth(at).click();
    await page.getByRole('dialog').getByRole('heading').first().waitFor();
    await page.getByText(/正在加载|Loading/).waitFor({ state: 'detached' });
    await look(name);
    const others = page.getByRole('dialog').getByRole('tab', { selected: false });
    for (let at = 0; at < (await others.count()); at++) {
      await others.nth(at).click();
      await look(`${name}, tab ${at}`);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(Object.fromEntries(Object.entries(screens).filter(([, found]) => found.length > 0))).toEqual({});
});
