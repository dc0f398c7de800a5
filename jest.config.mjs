// Tests find the same machine everywhere: new files are readable for all, nothing comes from the user's git or from the
// runner that they run on, and no proxy stands before their own servers. The workers inherit all of it.
process.umask(0o022);
for (const name of Object.keys(process.env)) {
  if (/^(GIT|GITHUB|HOLDFAST|INPUT|RUNNER|STATE)_/.test(name)) delete process.env[name];
}
const { no_proxy: direct = process.env.NO_PROXY ?? '' } = process.env;
Object.assign(process.env, {
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  no_proxy: [...direct.split(','), '127.0.0.1', 'localhost', 'api.github.com'].filter(Boolean).join(','),
});

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
