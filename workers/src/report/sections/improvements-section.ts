import type { Findings } from '../findings.ts';
import { listImprovements } from '../improvements/list-improvements.ts';
import type { Language } from '../language/language.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { joined } from '../table.ts';

export function improvementsSection(inputs: ReportInputs, findings: Findings, language: Language): Section {
  return {
    id: 'improvements',
    title: language.improvements.title,
    blocks: [
      paragraph(language.improvements.intro),
      {
        kind: 'list',
        ordered: true,
        items: listImprovements(inputs, findings, language).map(({ what, why }) =>
          joined([{ strong: what }], ' ', why),
        ),
      },
    ],
  };
}
