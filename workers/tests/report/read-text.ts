/** What a reader of a page sees or hears: no style, no code, and nothing that is marked as English. */
export function readText(html: string): string {
  const labels = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label);
  return html
    .replace(/<style>.*?<\/style>|<code>.*?<\/code>|<span lang="en">.*?<\/span>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .concat(' ', labels.join(' '));
}
