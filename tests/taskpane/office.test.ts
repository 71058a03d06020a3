import { officeTheme } from '../../src/taskpane/officeTheme';
import { wishOf } from '../../src/taskpane/wish';

test.each([
  ['#ffffff', 'light'],
  ['#E6E6E6', 'light'],
  ['#262626', 'dark'],
  ['#0a0a0a', 'dark'],
  ['444444', 'dark'],
  [undefined, 'light'],
  ['', 'light'],
  ['rgb(0,0,0)', 'light'],
] as const)('beside a background of %s the pane is %s', (background, theme) => {
  expect(officeTheme(background)).toBe(theme);
});

test.each([
  ['?do=score&_host_Info=Excel$Win32$16.01$zh-CN', 'score'],
  ['?_host_Info=Excel$Web$16.00$en-US&do=check', 'check'],
  ['', null],
  ['?do=constructor', null],
] as const)('the address %s asks for %s', (search, wish) => expect(wishOf(search)).toBe(wish));
