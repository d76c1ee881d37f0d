/** Frequent words of English that are none of Portuguese. */
const words = new Set(
  (
    'the of and with is are that not by from this which than to it its has have was were be been an at on in ' +
    'they their would could should must may who what how why when where only also each every all one two more most ' +
    'less least than then there here no-one nobody everyone customer customers row rows leaver leavers left stayed share test day days month months ' +
    'years transactions feature features value values rule rules table tables size unknown none number amount time ' +
    'last since first others same different between before after while during without within threshold curve random ' +
    'service services currency units category ratio yes found failed passed expected got run seed choice chosen'
  ).split(' '),
);

/** English words of a text, each once. */
export function englishWordsIn(text: string): string[] {
  const found = text.toLowerCase().match(/(?<![\p{L}\d_/.-])[a-z]+(?![\p{L}\d_/-])/gu) ?? [];
  return [...new Set(found)].filter((word) => words.has(word)).sort();
}
