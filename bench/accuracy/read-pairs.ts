import { readFile } from 'node:fs/promises';

/** First two columns of a CSV file whose first two columns hold no quotes. */
export async function readPairs(path: string): Promise<[string, string][]> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const [first, second] = line.split(',', 2);
    return [first!.trim(), second!.trim()];
  });
}
