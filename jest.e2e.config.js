import unit from './jest.config.js';

/** @type {import('jest').Config} */
export default {
  ...unit,
  roots: ['<rootDir>/tests/e2e'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
  maxWorkers: 1,
};
