/** Runs TypeScript as native ES modules: arquero ships nothing else. */
export default {
  testEnvironment: 'node',
  // Nothing else is searched: images' contexts and the data directory hold copies and much besides.
  roots: ['<rootDir>/shared', '<rootDir>/workers', '<rootDir>/api'],
  testMatch: ['**/*.test.ts'],
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
  // Whole stages run in some tests: ten seconds on a quiet machine, minutes where others want its cores.
  testTimeout: 300_000,
};
