import type { Findings } from '../findings.ts';
import { counted, decimal } from '../format-number.ts';
import { listed } from '../plain-names.ts';
import { paragraph, type Section } from '../report-document.ts';
import { slicesTable } from '../tables/slices-table.ts';

/** Whether the model serves all parts of the customers alike. */
export function slicesSection({ slices, winner }: Findings): Section {
  const kinds = Map.groupBy(slices, ({ by }) => by);
  const weak = slices.filter((slice) => slice.weak || slice.misjudged);
  const sentence =
    slices.length === 0
      ? 'No slice has customers enough to be measured on its own.'
      : weak.length === 0
        ? `In none of ${counted(slices.length, 'slice')} is the model clearly worse than on the whole (ROC AUC ${decimal(winner.measures.rocAuc.value)}).`
        : `${counted(weak.length, 'slice needs', 'slices need')} care: ${listed(weak.map(({ by, name }) => `${by} ${name}`))}.`;
  return {
    id: 'slices',
    title: 'Parts of the customers',
    blocks: [paragraph(sentence), ...[...kinds].map(([by, members]) => slicesTable(by, members))],
  };
}
