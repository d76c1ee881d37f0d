import { findingsOf } from '../findings.ts';
import type { Language } from '../language/language.ts';
import { bullets, paragraph, type ReportDocument } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { limitsOf } from '../sections/limits-of.ts';
import { serviceBlocks } from '../sections/service-blocks.ts';
import { slicesSection } from '../sections/slices-section.ts';
import { measuresTable } from '../tables/measures-table.ts';
import { detailsTable } from './details-table.ts';
import { ethicalNotes } from './ethical-notes.ts';

/**
 * What somebody must know before using the winner of a run, in the sections of a model card (Mitchell et al. 2019). `contact` is
 * whom to ask about it; null where nobody was named.
 */
export function makeModelCard(
  inputs: ReportInputs,
  contact: string | null,
  language: Language,
): ReportDocument {
  const { evaluation, cleaning, run } = inputs;
  const { card, formats, labels } = language;
  const { dataset, campaign } = evaluation;
  const findings = findingsOf(evaluation);
  const { winner, churnShare } = findings;
  const { mode, horizonDays, lookbackDays } = dataset.labelling;
  const { train, validation } = dataset.splits;
  return {
    language,
    title: card.title(winner.modelSha256.slice(0, 12)),
    subtitle: card.subtitle(run),
    sections: [
      { id: 'details', title: card.details, blocks: [detailsTable(inputs, winner, contact, language)] },
      {
        id: 'use',
        title: card.use,
        blocks: [
          paragraph(card.answers({ flag: mode === 'flag', horizonDays })),
          paragraph(card.decides(winner.threshold, campaign)),
          paragraph(card.users),
          paragraph(card.notFor),
        ],
      },
      {
        id: 'data',
        title: card.data,
        blocks: [
          bullets([
            lookbackDays === null ? labels.everyCustomer : labels.activeCustomers(lookbackDays),
            card.training({
              rows: train.rows + validation.rows,
              churned: train.churned + validation.churned,
              asOf: dataset.asOf.map(formats.day),
            }),
            card.quarantined({
              customers: cleaning.customers.rowsQuarantined,
              transactions: cleaning.transactions.rowsQuarantined,
            }),
          ]),
        ],
      },
      {
        id: 'performance',
        title: card.performance,
        blocks: [
          paragraph(language.quality.intro({ ...evaluation.test, churnShare })),
          ...serviceBlocks(inputs, language),
          measuresTable(winner.measures, churnShare, language),
        ],
      },
      { ...slicesSection(findings, language), title: card.parts },
      { id: 'caveats', title: card.caveats, blocks: [bullets(limitsOf(evaluation, findings, language))] },
      { id: 'ethics', title: card.ethics, blocks: [bullets(ethicalNotes(dataset.featureNames, language))] },
    ],
  };
}
