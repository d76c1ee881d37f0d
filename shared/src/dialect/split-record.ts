/** The fields of one record (RFC 4180): quotes removed, doubled quotes halved; a quote inside an unquoted field is a letter. */
export function splitRecord(record: string, delimiter: string): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] === '"') {
      let text = '';
      at += 1;
      for (;;) {
        const quote = record.indexOf('"', at);
        const end = quote === -1 ? record.length : quote;
        text += record.slice(at, end);
        at = end + 1;
        if (record[at] !== '"') break;
        text += '"';
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
