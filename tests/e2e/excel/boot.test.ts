import { snapshotOf } from '../../../src/model';
import { bookOf } from '../../excel-host/load';
import { SimulatedExcel } from '../../excel-host/session';
import { closeBrowser, ExcelWindow, type WindowOptions } from './excelWindow';

const excelOf = (apiVersion: string) =>
  new SimulatedExcel(bookOf(snapshotOf('年度考核.xlsx', [{ name: '封面', rows: [['考核']] }])), apiVersion);

let shown: ExcelWindow;
const open = async (options: WindowOptions) => (shown = await ExcelWindow.open(options));
afterEach(() => shown.close());
afterAll(closeBrowser);

const text = () => shown.page.locator('#root').innerText();

test('outside of Excel the page says where it belongs', async () => {
  const { page, troubles } = await open({ excel: null });
  await page.getByText('请在 Excel 中打开').waitFor();
  expect(troubles).toEqual([]);
});

test.each([
  ['zh-CN', 'Excel 版本过低'],
  ['en-US', 'This Excel is too old'],
])('an Excel without the needed functions is told so in %s', async (language, words) => {
  const { page, troubles } = await open({ excel: excelOf('1.7'), language });
  await page.getByText(words).waitFor();
  expect(troubles).toEqual([]);
});

test('an Office that never answers is given up with the address that failed', async () => {
  const { page } = await open({ excel: excelOf('1.14'), missing: /office\/excel-win32/ });
  await page.clock.install();
  await page.reload();
  await page.clock.runFor(11_000);
  await page.getByText(/未能加载 Office 组件（http:\/\/localhost:\d+\/office\/office\.js）/).waitFor();
});

test('without office.js the page says at once what is missing', async () => {
  const { page } = await open({ excel: null, missing: /office\/office\.js/ });
  await page.getByText(/未能加载 Office 组件/).waitFor();
});

test.each([
  ['Internet Explorer', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  [
    'the first Edge',
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0 Safari/537.36 Edge/17.17134',
  ],
])('in the web view of %s a plain page asks for a newer Excel, in both languages', async (_, userAgent) => {
  const { page } = await open({ excel: null, userAgent, missing: /js\/taskpane/ });
  await page.getByText('请升级 Excel').waitFor();
  expect(await text()).toContain('Please upgrade Excel');
});
