/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.mjs'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json'],
  transform: {
    '\\.(ts|mjs)$|/node_modules/jose/.*\\.js$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  // jose has ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  extensionsToTreatAsEsm: [],
  // Only a test that hangs takes it, not a busy machine.
  testTimeout: 60_000,
};

export default config;
