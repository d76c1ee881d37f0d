import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { measureTheCampaign, mendTheExport } from './data-improvements.ts';
import type { Improvement, ImprovementRule } from './improvement.ts';
import {
  dateTheChurn,
  explainTheShift,
  fixGivenAwayAnswer,
  takeMoreSnapshots,
  testOnMoreLeavers,
} from './label-improvements.ts';
import {
  beatTheBaseline,
  calibrateBetter,
  findTheLeak,
  preferSimplerModel,
  seekOtherFeatures,
  serveWeakSlices,
} from './model-improvements.ts';
import { learnFromMoreRows, searchLonger, widenTheSearch } from './search-improvements.ts';

/** What puts every figure in doubt first, what would gain a little last. */
const rules: readonly ImprovementRule[] = [
  fixGivenAwayAnswer,
  dateTheChurn,
  takeMoreSnapshots,
  beatTheBaseline,
  explainTheShift,
  findTheLeak,
  testOnMoreLeavers,
  calibrateBetter,
  serveWeakSlices,
  seekOtherFeatures,
  mendTheExport,
  learnFromMoreRows,
  searchLonger,
  widenTheSearch,
  preferSimplerModel,
  measureTheCampaign,
];

export function listImprovements(
  inputs: ReportInputs,
  findings: Findings,
  language: Language,
): readonly Improvement[] {
  return rules
    .map((rule) => rule(inputs, findings, language))
    .filter((improvement) => improvement !== undefined);
}
