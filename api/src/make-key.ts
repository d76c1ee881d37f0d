import { runMakeKey } from './keys/run-make-key.ts';

process.exitCode = runMakeKey(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr });
