import { visibleText } from '@churn/shared/platform/visible-text';

/** A text as Markdown (GitHub's) that shows as it is: no markup, no HTML, no link, and no end of a table's cell. */
export function escapeMarkdown(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replace(
      /^(\s*)([#+=-]|\d+[.)](?=\s|$))/,
      (_, blanks: string, sign: string) => `${blanks}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
    )
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** A text as code; as escaped text where it holds what would end the code or the cell of a table around it. */
export function markdownCode(text: string): string {
  const visible = visibleText(text);
  return /^[^`|\\]+$/.test(visible) ? `\`${visible}\`` : escapeMarkdown(text);
}
