import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names on stderr each link of a page of this repository to a file or a heading that is not there. */
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
});
for (const page of pages.trim().split('\n')) {
  for (const [, target] of prose(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target!) || leadsSomewhere(page, target!)) continue;
    process.stderr.write(`${page}: ${target} leads nowhere\n`);
    process.exitCode = 1;
  }
}

function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || heading === undefined) return found !== undefined;
  return found.isFile() && anchors(readFileSync(file, 'utf8')).includes(heading);
}

/** As GitHub makes them: lower case, blanks to dashes, and nothing but letters, digits, dashes and underscores. */
function anchors(text: string): string[] {
  return Array.from(prose(text).matchAll(/^#+ (.+)$/gm), ([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Without blocks of code, where brackets and number signs mean something else. */
function prose(text: string): string {
  return text.replace(/^```.*?^```/gms, '');
}
