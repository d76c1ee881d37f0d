import { readdirSync, statSync } from 'node:fs';

const folders = ['shared/src', 'shared/xgboost-node/src', 'workers/bin', 'workers/scripts', 'workers/src'];
const files = ['package-lock.json', 'node_modules/.package-lock.json', 'workers/package.json'];

/**
 * Name, size and time of change (ctime, which nobody can set back) of every file that a bundle is made of. Read at each
 * start: 10 ms, where hashing the files would take 40.
 * @param {string} root path of the folder that holds `workers`
 */
export function sourceStamp(root) {
  return [...folders.flatMap((folder) => statesIn(root, folder)), ...files.map((file) => stateOf(root, file))]
    .sort()
    .join('\n');
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function statesIn(root, folder) {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? statesIn(root, path) : stateOf(root, path);
  });
}

/**
 * @param {string} root
 * @param {string} path
 */
function stateOf(root, path) {
  const state = statSync(`${root}/${path}`, { throwIfNoEntry: false });
  return `${path} ${state?.size} ${state?.ctimeMs}`;
}
