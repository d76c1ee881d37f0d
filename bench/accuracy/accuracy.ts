import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realTasks } from './real-tasks.ts';
import { runTask } from './run-task.ts';

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write(
    'expected the folder of the real data sets, got none: node bench/accuracy/accuracy.ts DATA\n',
  );
  process.exit(2);
}

const workDirectory = await mkdtemp(join(tmpdir(), 'churn-accuracy-'));
const summary: Record<string, unknown> = {};
try {
  for (const task of realTasks) {
    const { promoted, seconds, scores } = await runTask(task, join(folder, task.name), workDirectory);
    process.stdout.write(
      `\n${task.name}: ${scores.get('promoted')!.rows} customers, promoted ${promoted}, ${seconds.toFixed(0)} s from exports to scores\n`,
    );
    row('model', 'ROC AUC', '95 % interval', 'log loss');
    for (const [name, { rocAuc, interval, logLoss }] of scores) {
      row(name, rocAuc.toFixed(4), interval.map((end) => end.toFixed(3)).join('–'), logLoss.toFixed(4));
    }
    for (const { name, rocAuc, logLoss } of task.peers)
      row(`Python: ${name}`, rocAuc.toFixed(4), '', logLoss.toFixed(4));
    const ours = scores.get('promoted')!;
    const xgboost = task.peers.find(({ name }) => name === 'xgboost')!;
    summary[task.name] = {
      promoted,
      rocAuc: ours.rocAuc,
      rocAucMinusXgboost: ours.rocAuc - xgboost.rocAuc,
      logLoss: ours.logLoss,
      logLossMinusBestPeer: ours.logLoss - Math.min(...task.peers.map((peer) => peer.logLoss)),
    };
  }
  process.stdout.write(`${JSON.stringify(summary)}\n`);
} finally {
  await rm(workDirectory, { recursive: true, force: true });
}

function row(...cells: readonly string[]): void {
  process.stdout.write(
    `  ${cells.map((cell, index) => cell.padEnd(index === 0 ? 42 : 14)).join('')}`.trimEnd(),
  );
  process.stdout.write('\n');
}
