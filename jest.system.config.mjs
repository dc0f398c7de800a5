import unit from './jest.config.mjs';

/** Tests that install and run the project as a stranger would. They need the network for `npm ci`. */
export default {
  ...unit,
  testMatch: ['<rootDir>/__tests__/system/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};
