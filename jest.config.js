/** Runs TypeScript as native ES modules: arquero ships nothing else. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{shared,workers,api}/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
        module: { type: 'es6' },
      },
    ],
  },
  // Babel's coverage counters break arquero's expression parser.
  coverageProvider: 'v8',
  testTimeout: 60_000,
};
