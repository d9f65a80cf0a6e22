/** So many of a hundred mutants must be found. */
export const LEAST_PERCENT = 85;

/** @satisfies {import('@stryker-mutator/api/core').PartialStrykerOptions} */
const config = {
  mutate: [
    'nodes/shared/trigger/**/*.ts',
    'nodes/shared/astguiclient/**/*.ts',
    'nodes/*/agents.ts',
    'nodes/CrocoDial/crocoStatus.ts',
  ],
  testRunner: 'jest',
  jest: { configFile: 'test/mutation/jest.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/jest-runner', './test/mutation/wordings.mjs'],
  ignorers: ['wordings'],
  concurrency: 2,
  // Each run leaves some memory behind.
  maxTestRunnerReuse: 250,
  // Long enough that only a mutant that hangs takes it, not a busy machine.
  timeoutMS: 10_000,
  // Types need not hold in a mutant.
  disableTypeChecks: false,
  tempDirName: '.playground/mutation',
  cleanTempDir: 'always',
  // The copy lies within the checkout, whose node_modules it finds.
  symlinkNodeModules: false,
  ignorePatterns: [
    '/*',
    '!/nodes',
    '!/test',
    '/test/contract',
    '/test/e2e',
    '/test/fixtures',
    '/test/integration',
    '/test/property',
    '/test/simulator',
    '!/jest.config.mjs',
    '!/package.json',
  ],
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: '.playground/mutation.json' },
};

export default config;
