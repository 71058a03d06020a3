/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  setupFiles: ['<rootDir>/src/i18n/work.ts', '<rootDir>/tests/seed.ts'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // A busy machine is slow; what hangs is still found.
  testTimeout: 30_000,
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/e2e/'],
  // The package names a file for require() that it does not ship.
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
  transform: {
    // The scripts are modules of Node; jest runs CommonJS.
    '^.+\\.(tsx?|js)$': ['@swc/jest', { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } }],
  },
};
