import { fileOf } from '../../scripts/serve.js';

test.each([
  ['/', '/srv/dist/index.html'],
  ['/js/a.js?x=1', '/srv/dist/js/a.js'],
  ['/sample/%E6%A0%B7.xlsx', '/srv/dist/sample/样.xlsx'],
  ['/a/../b.js', '/srv/dist/b.js'],
])('%s is the file %s', (url, file) => expect(fileOf('/srv/dist', url)).toBe(file));

test.each(['/..%2Fsecret', '/%2e%2e/secret', '/../secret', '/a/../../dist2/x', '/%00', '/..%5csecret', '/%E6%'])(
  '%s is no file of the folder',
  (url) => expect(fileOf('/srv/dist', url)).toBeNull(),
);
