/** The text, if it is a day of the calendar written as YYYY-MM-DD; undefined otherwise. @param {string} text */
export function dayOfText(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
