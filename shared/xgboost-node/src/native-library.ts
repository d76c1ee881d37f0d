import koffi from 'koffi';
import { findLibrary, installHint } from './find-library.ts';
import { XGBoostError } from './xgboost-error.ts';

/** An opaque C pointer as koffi hands it out. */
export type Handle = unknown;

type NativeFunction = (...values: unknown[]) => number;

/** The part of the C API that this package uses; each returns 0, or -1 with the reason in `XGBGetLastError`. */
const declarations = {
  XGDMatrixCreateFromColumnar: 'const char *data, const char *config, _Out_ void **out',
  XGDMatrixCreateFromDense: 'const char *data, const char *config, _Out_ void **out',
  XGDMatrixSetInfoFromInterface: 'void *matrix, const char *field, const char *data',
  XGDMatrixNumRow: 'void *matrix, _Out_ uint64_t *out',
  XGDMatrixNumCol: 'void *matrix, _Out_ uint64_t *out',
  XGDMatrixFree: 'void *matrix',
  XGBoosterCreate: 'void **matrices, uint64_t count, _Out_ void **out',
  XGBoosterFree: 'void *booster',
  XGBoosterSetParam: 'void *booster, const char *name, const char *value',
  XGBoosterUpdateOneIter: 'void *booster, int round, void *matrix',
  XGBoosterEvalOneIter:
    'void *booster, int round, void **matrices, const char **names, uint64_t count, _Out_ const char **out',
  XGBoosterPredictFromDMatrix:
    'void *booster, void *matrix, const char *config, _Out_ void **shape, _Out_ uint64_t *dimensions, _Out_ void **result',
  XGBoosterSaveModelToBuffer: 'void *booster, const char *config, _Out_ uint64_t *length, _Out_ void **bytes',
  XGBoosterLoadModelFromBuffer: 'void *booster, const void *bytes, uint64_t length',
} as const;

interface Loaded {
  readonly lastError: () => string;
  readonly version: (major: number[], minor: number[], patch: number[]) => void;
  readonly functions: ReadonlyMap<string, NativeFunction>;
}

let loaded: Loaded | undefined;

/** Calls libxgboost, loading it at the first call of the process; a failure becomes an XGBoostError. */
export function call(name: keyof typeof declarations, ...values: unknown[]): void {
  loaded ??= load(findLibrary());
  if (loaded.functions.get(name)!(...values) !== 0) {
    // The first line says what; the rest is a C++ stack trace.
    const reason = loaded.lastError().split('\nStack trace')[0]!.trim();
    throw new XGBoostError(`${name}: ${reason}`);
  }
}

/** Version of the library as it says itself, such as `3.2.0`; loads it at the first call of the process. */
export function libraryVersion(): string {
  loaded ??= load(findLibrary());
  const parts: [number[], number[], number[]] = [[0], [0], [0]];
  loaded.version(...parts);
  return parts.join('.');
}

function load(path: string): Loaded {
  // OpenMP reads this once, when it is loaded. By default its threads spin at every barrier, which makes two threads
  // many times slower than one as soon as another process wants a core. Set through C: `process.env` is a mere copy
  // in worker threads and under test runners. 0: what the user set stays.
  koffi.load(null).func('int setenv(const char *name, const char *value, int replace)')(
    'OMP_WAIT_POLICY',
    'PASSIVE',
    0,
  );
  try {
    const library = koffi.load(path);
    return {
      lastError: library.func('const char *XGBGetLastError()') as () => string,
      version: library.func(
        'void XGBoostVersion(_Out_ int *major, _Out_ int *minor, _Out_ int *patch)',
      ) as Loaded['version'],
      functions: new Map(
        Object.entries(declarations).map(([name, parameters]) => [
          name,
          library.func(`int ${name}(${parameters})`) as NativeFunction,
        ]),
      ),
    };
  } catch (error) {
    throw new XGBoostError(
      `expected libxgboost 3.2 at ${path}, got a file that cannot be loaded (${(error as Error).message}); ${installHint}`,
      { cause: error },
    );
  }
}
