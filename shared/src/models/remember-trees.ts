import { createHash } from 'node:crypto';
import { canonicalJson } from '../platform/canonical-json.ts';
import { runInThread } from '../platform/run-in-thread.ts';
import type { FittedTree, TreeTask } from './fit-tree.ts';

const mostRemembered = 32;
const remembered = new Map<string, Promise<FittedTree>>();

/**
 * The tree of a task, grown in a thread of its own, or remembered from the same task before: a search asks for one tree
 * again and again, cut otherwise each time, and a table, thresholds and all, is some kilobytes of tree.
 */
export async function grownTree(task: TreeTask, signal: AbortSignal | undefined): Promise<FittedTree> {
  const key = keyOf(task);
  const growing = remembered.get(key) ?? runInThread<TreeTask, FittedTree>(thread, task, signal);
  remembered.delete(key);
  remembered.set(key, growing);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered) remembered.delete(oldest!);
  try {
    return await growing;
  } catch (error) {
    remembered.delete(key);
    throw error;
  }
}

const thread = new URL('./fit-tree-thread.ts', import.meta.url);

function keyOf({ columns, labels, limits, seed }: TreeTask): string {
  const hash = createHash('sha256').update(canonicalJson({ limits, seed, columns: columns.length }));
  for (const column of [...columns, labels]) hash.update(column);
  return hash.digest('hex');
}
