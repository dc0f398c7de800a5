export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.css'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/system/', '/__tests__/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/__tests__/fixtures/'],
  transform: {
    '\\.(css|client\\.js)$': '<rootDir>/scripts/text-files.mjs',
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  testTimeout: 60_000,
  maxWorkers: 2,
  // Modules of ES are never let go: a worker that has run many files is replaced.
  workerIdleMemoryLimit: '1200MB',
};
