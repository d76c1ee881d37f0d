import type { Cost } from './measured-process.ts';

export function costRow({ wallSeconds, cpuSeconds, peakBytes, othersCores }: Cost): string[] {
  return [
    `${wallSeconds.toFixed(2)} s`,
    `${cpuSeconds.toFixed(2)} s`,
    `${Math.round(peakBytes / 2 ** 20)} MiB`,
    othersCores.toFixed(2),
  ];
}

/** Prints rows of costs with a heading. */
export function printTable(title: string, rows: readonly (readonly [string, readonly string[]])[]): void {
  const lines = [['', ['wall', 'CPU', 'peak', 'cores of others']] as const, ...rows].map(
    ([name, cells]) => `  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(16)).join('')}`,
  );
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n\n`);
}
