import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { RichText, Table } from '../table.ts';

export function detailsTable(
  inputs: ReportInputs,
  { family, hyperparameters, calibration, threshold, modelSha256 }: Candidate,
  contact: string | null,
  { card, formats, names, reproduction }: Language,
): Table {
  const { facts } = card;
  const { evaluation } = inputs;
  const refitted = inputs.promotion?.refitted ?? null;
  const settings = Object.entries(hyperparameters).map(
    ([name, value]) => `${name} ${formats.setting(value)}`,
  );
  const rows: readonly (readonly [string, RichText])[] = [
    [facts.family, names.families[family]],
    [facts.settings, settings.join(', ')],
    [facts.calibration, names.calibrations[calibration]],
    [facts.threshold, formats.decimal(threshold)],
    [facts.features, formats.count(evaluation.dataset.featureNames.length)],
    [facts.sha256, [{ code: modelSha256 }]],
    ...(refitted === null ? [] : [[reproduction.facts.inService, [{ code: refitted.modelSha256 }]] as const]),
    [facts.code, evaluation.version],
    [facts.seed, String(evaluation.seed)],
    [facts.contact, contact ?? card.noContact],
  ];
  return {
    kind: 'table',
    caption: card.detailsCaption,
    columns: [{ title: reproduction.factsColumns.what }, { title: reproduction.factsColumns.value }],
    rows,
  };
}
