import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import { paragraph, type Section } from '../report-document.ts';
import { sliceName } from '../slice-name.ts';
import { slicesTable } from '../tables/slices-table.ts';

/** Whether the model serves all parts of the customers alike. */
export function slicesSection({ slices, winner }: Findings, language: Language): Section {
  const text = language.slices;
  const kinds = Map.groupBy(slices, ({ by }) => by);
  const weak = slices.filter((slice) => slice.weak || slice.misjudged);
  const sentence =
    slices.length === 0
      ? text.tooFew
      : weak.length === 0
        ? text.noneWorse(slices.length, winner.measures.rocAuc.value)
        : text.needCare(weak.map((slice) => sliceName(slice, language)));
  return {
    id: 'slices',
    title: text.title,
    blocks: [paragraph(sentence), ...[...kinds].map(([by, members]) => slicesTable(by, members, language))],
  };
}
