import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findLibrary } from '../src/find-library.ts';

test('a missing library is told with every place tried and the command that installs it', () => {
  expect(() => findLibrary({ XGBOOST_LIBRARY: '/nowhere/libxgboost.so' })).toThrow(
    /expected libxgboost at \/nowhere\/libxgboost.so, found no such file; install it by "sh .*install-library.sh"/,
  );
});

test('without a variable it is the installed one, whatever the system has', () => {
  expect(findLibrary({ LD_LIBRARY_PATH: '/somewhere' })).toMatch(
    /xgboost-node\/lib\/xgboost\/lib\/libxgboost\.so$/,
  );
});

test('a file that is no library is told as such, at the first use and not at import', async () => {
  const module = new URL('../src/booster.ts', import.meta.url).href;
  const program = `import { Booster } from '${module}';
    try { Booster.create({ nthread: 1 }); } catch (error) { process.stdout.write(error.name + ': ' + error.message); }`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, NODE_OPTIONS: '', XGBOOST_LIBRARY: fileURLToPath(import.meta.url) },
  });
  expect(stdout).toMatch(/^XGBoostError: expected libxgboost 3\.2 at .*cannot be loaded/);
});
