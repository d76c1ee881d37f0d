import koffi, { type LibraryHandle } from 'koffi';
import { forgetDescribed } from './array-interface.ts';
import { type CFunction, cFunctions } from './c-functions.ts';
import { findLibrary, installHint } from './find-library.ts';
import { XGBoostError } from './xgboost-error.ts';

/** An opaque C pointer as koffi hands it out. */
export type Handle = unknown;

type NativeFunction = (...values: unknown[]) => number;

interface Loaded {
  readonly lastError: () => string;
  readonly version: string;
  readonly functions: ReadonlyMap<string, NativeFunction>;
}

let loaded: Loaded | undefined;

/** Calls libxgboost, loading it at the first call of the process; a failure becomes an XGBoostError that names the call. */
export function call(name: CFunction, ...values: unknown[]): void {
  loaded ??= load(findLibrary());
  const status = loaded.functions.get(name)!(...values);
  forgetDescribed();
  if (status === 0) return;
  const reason = reasonOf(loaded.lastError());
  throw new XGBoostError(`${name}: ${reason === '' ? `status ${status}` : reason}`, { call: name });
}

/** What the library says, without time and source line in front and the C++ stack trace behind. */
function reasonOf(text: string): string {
  return text
    .split('\nStack trace')[0]!
    .replace(/^\[\d\d:\d\d:\d\d\] \S+?:\d+: /, '')
    .trim();
}

/** Version of the library as it says itself, such as `3.2.0`; loads it at the first call of the process. */
export function libraryVersion(): string {
  loaded ??= load(findLibrary());
  return loaded.version;
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
    const version = versionOf(library);
    return {
      lastError: library.func('const char *XGBGetLastError()') as () => string,
      version,
      functions: new Map(
        Object.entries(cFunctions).map(([name, parameters]) => [
          name,
          library.func(`int ${name}(${parameters})`) as NativeFunction,
        ]),
      ),
    };
  } catch (error) {
    if (error instanceof XGBoostError) throw error;
    throw new XGBoostError(
      `expected libxgboost 3.2 at ${path}, got a file that cannot be loaded (${(error as Error).message}); ${installHint}`,
      { cause: error },
    );
  }
}

/** Refuses versions whose results nobody has compared with this package: 3.2 and later ones of the same major are taken. */
function versionOf(library: LibraryHandle): string {
  const parts: [number[], number[], number[]] = [[0], [0], [0]];
  library.func('void XGBoostVersion(_Out_ int *major, _Out_ int *minor, _Out_ int *patch)')(...parts);
  const version = parts.join('.');
  const [major, minor] = [parts[0][0]!, parts[1][0]!];
  if (major === 3 && minor >= 2) return version;
  throw new XGBoostError(`expected libxgboost 3.2 or a later 3, got ${version}; ${installHint}`);
}
