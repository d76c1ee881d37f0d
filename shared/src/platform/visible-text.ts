const lineBreaks = /[\t\n\r\u0085\u2028\u2029]+/g;
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The text on one line, without control characters and those that turn the direction of writing: in a name they would hide or
 * reorder what a reader sees ("Trojan Source", Boucher, Anderson 2021), or command the terminal. Line breaks become blanks, everything else a visible mark.
 */
export function visibleText(text: string): string {
  return text.toWellFormed().replace(lineBreaks, ' ').replace(unseen, '\ufffd');
}
