import type { Language } from '../language/language.ts';
import { type Block, paragraph } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';

/** Says where the model in service is not the one that the figures are of. */
export function serviceBlocks(inputs: ReportInputs, { quality }: Language): Block[] {
  const refitted = inputs.promotion?.refitted ?? null;
  if (refitted === null) return [];
  return [paragraph(quality.inService({ model: refitted.modelSha256.slice(0, 12), rows: refitted.rows }))];
}
