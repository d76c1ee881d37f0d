import type { Findings } from '../findings.ts';
import { listImprovements } from '../improvements/list-improvements.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';

export function improvementsSection(inputs: ReportInputs, findings: Findings): Section {
  return {
    id: 'improvements',
    title: 'Possible improvements',
    blocks: [
      paragraph('Found by rules from the figures of this run, the most important first.'),
      {
        kind: 'list',
        ordered: true,
        items: listImprovements(inputs, findings).map(({ what, why }) => [{ strong: what }, ` ${why}`]),
      },
    ],
  };
}
