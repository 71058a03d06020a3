import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import officeAddins from 'eslint-plugin-office-addins';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The pure rooms in the order of their imports: each knows only itself and the ones before it. */
const PURE_ROOMS = ['model', 'values', 'rules', 'recognise', 'score', 'findings', 'report', 'templates'];

/** Which rooms each room may import besides itself. */
const ALLOWED = {
  i18n: [],
  ...Object.fromEntries(PURE_ROOMS.map((room, i) => [room, [...PURE_ROOMS.slice(0, i), ...(i ? ['i18n'] : [])]])),
  app: [...PURE_ROOMS, 'i18n'],
  'hosts-shared': ['model', 'i18n'],
  'hosts-xlsx': ['model', 'values', 'i18n', 'hosts-shared'],
  'hosts-excel': ['model', 'values', 'i18n', 'hosts-shared'],
  'hosts-docx': ['model'],
  taskpane: ['app', 'i18n'],
  commands: ['app', 'i18n'],
  // These two, and the page of the task pane in Excel, are where a host meets the app.
  browser: ['taskpane', 'app', 'i18n', 'model', 'hosts-xlsx', 'hosts-docx'],
  cli: ['app', 'i18n', 'model', 'hosts-xlsx', 'hosts-docx'],
};
/** Rooms that may use the types of the model but none of its functions. */
const MODEL_TYPES_ONLY = ['taskpane', 'commands'];
/** The page of the task pane in Excel: it alone in its room picks the Excel host. */
const EXCEL_PAGE = 'src/taskpane/index.tsx';
/** Its worker: it alone gives the app what writes files. */
const PANE_WORKER = 'src/taskpane/worker.ts';

const elements = [
  { type: 'hosts-shared', pattern: 'src/hosts/shared' },
  { type: 'hosts-xlsx', pattern: 'src/hosts/xlsx' },
  { type: 'hosts-excel', pattern: 'src/hosts/excel' },
  { type: 'hosts-docx', pattern: 'src/hosts/docx' },
  ...Object.keys(ALLOWED)
    .filter((room) => !room.includes('-'))
    .map((room) => ({ type: room, pattern: `src/${room}` })),
];

const policies = [
  ...Object.entries(ALLOWED).map(([room, rooms]) => ({
    from: { element: { type: room } },
    allow: { to: { element: { types: { anyOf: [room, ...rooms] } } } },
  })),
  ...MODEL_TYPES_ONLY.map((room) => ({
    from: { element: { type: room } },
    allow: { to: { element: { type: 'model' } }, dependency: { kind: 'type' } },
  })),
  {
    from: { file: { categories: 'excel-page' } },
    allow: { to: { element: { type: 'hosts-excel' } } },
  },
  {
    from: { file: { categories: 'pane-worker' } },
    allow: { to: { element: { types: { anyOf: ['hosts-docx', 'hosts-xlsx'] } } } },
  },
];

const pureFiles = PURE_ROOMS.map((room) => `src/${room}/**/*.ts`);
const outsideWorld = [
  ...new Set([...Object.keys(globals.browser), ...Object.keys(globals.node), ...Object.keys(globals.worker)]),
].filter((name) => !(name in globals.builtin) && !['structuredClone', 'TextEncoder', 'TextDecoder'].includes(name));
const pureOnly = 'The pure rooms know no DOM, no Office, no Node: pass it in.';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'artifacts/', 'node_modules/'] },
  js.configs.recommended,
  // Foreign text is searched for control characters; that is what we do here.
  { rules: { 'no-control-regex': 'off' } },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // An index into an array that the code has just bounded is not null: `rows[i]!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/files': [
        { category: 'excel-page', pattern: EXCEL_PAGE },
        { category: 'pane-worker', pattern: PANE_WORKER },
      ],
      'import/resolver': { typescript: { alwaysTryTypes: true } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
    },
  },
  {
    files: pureFiles,
    rules: {
      'no-restricted-globals': ['error', ...outsideWorld.map((name) => ({ name, message: pureOnly }))],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', 'react', 'react-dom'], message: pureOnly }] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The pure rooms draw no lots.' },
        { object: 'Date', property: 'now', message: 'The pure rooms have no clock: pass the day in.' },
        { object: 'performance', property: 'now', message: 'The pure rooms have no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The pure rooms have no clock: pass the day in.',
        },
        { selector: 'CallExpression[callee.name="Date"]', message: 'The pure rooms have no clock: pass the day in.' },
      ],
    },
  },
  {
    // Only the Excel host says Excel.* or Office.*; the page that picks the host waits for Office.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/hosts/excel/**', EXCEL_PAGE, 'src/commands/**', ...pureFiles],
    rules: {
      'no-restricted-globals': ['error', ...['Excel', 'Office', 'OfficeExtension'].map((name) => ({ name }))],
    },
  },
  {
    files: ['src/hosts/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
  {
    files: ['src/taskpane/**/*.{ts,tsx}', 'src/browser/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src/cli/**/*.ts', 'scripts/**', 'bench/**', 'tests/**', '*.js'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
  {
    // Runs where nothing newer does: in Internet Explorer and the first Edge.
    files: ['src/taskpane/outdated.js'],
    languageOptions: { ecmaVersion: 5, sourceType: 'script', globals: globals.browser },
  },
  prettier,
);
