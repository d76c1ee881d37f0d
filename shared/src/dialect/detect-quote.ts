import { type Quote, quotes } from './dialect.ts';

/**
 * The quote of a file by its first lines: the mark that stands around the text between delimiters; `"` where none does.
 * An apostrophe counts only where it is around whole fields of most lines, since names have apostrophes, too.
 */
export function detectQuote(lines: readonly string[]): Quote {
  const counts = quotes.map((quote) => ({
    quote,
    lines: lines.filter((line) =>
      new RegExp(`(^|[,;\\t|])${quote}[^${quote}]*${quote}([,;\\t|]|\\r?$)`).test(line),
    ).length,
  }));
  const [double, single] = counts;
  return double!.lines === 0 && single!.lines > lines.length / 2 ? single!.quote : double!.quote;
}
