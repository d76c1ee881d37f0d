/** The fields of one record (RFC 4180): quotes removed, doubled quotes halved; a quote inside an unquoted field is a letter. */
export function splitRecord(record: string, delimiter: string, quote: string | null = '"'): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (quote !== null && record[at] === quote) {
      let text = '';
      at += 1;
      for (;;) {
        const found = record.indexOf(quote, at);
        const end = found === -1 ? record.length : found;
        text += record.slice(at, end);
        at = end + 1;
        if (record[at] !== quote) break;
        text += quote;
        at += 1;
      }
      fields.push(text);
    } else {
      const next = record.indexOf(delimiter, at);
      const end = next === -1 ? record.length : next;
      fields.push(record.slice(at, end));
      at = end;
    }
    if (at >= record.length) return fields;
    at += 1;
    if (at === record.length) return [...fields, ''];
  }
}
