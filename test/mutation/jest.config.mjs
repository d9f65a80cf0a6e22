import { fileURLToPath } from 'node:url';
import base from '../../jest.config.mjs';

/** How the tests of one mutant run: fast, for there are thousands of mutants. */
/** @type {import('jest').Config} */
const config = {
  ...base,
  rootDir: '../..',
  testEnvironment: fileURLToPath(new URL('environment.cjs', import.meta.url)),
  roots: ['<rootDir>/test/mutation'],
  moduleNameMapper: { '^n8n-workflow$': '<rootDir>/test/mutation/n8nWorkflow.cjs' },
  testMatch: ['<rootDir>/test/mutation/fastTests.mjs'],
  transform: {
    '\\.(ts|mjs)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs', lazy: ['n8n-workflow'] },
      },
    ],
  },
};

export default config;
