import type { Language } from '../language/language.ts';
import { type Block, paragraph } from '../report-document.ts';
import { type ReportInputs, refitInService } from '../report-inputs.ts';

/** Says where the model in service is not the one that the figures are of. */
export function serviceBlocks(inputs: ReportInputs, { quality }: Language): Block[] {
  const refit = refitInService(inputs);
  if (refit === null) return [];
  return [paragraph(quality.inService({ model: refit.modelSha256.slice(0, 12), rows: refit.rows }))];
}
