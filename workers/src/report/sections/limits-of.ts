import type { Findings } from '../findings.ts';
import type { Language } from '../language/language.ts';
import { personalFeatures } from '../personal-features.ts';
import type { ReportInputs } from '../report-inputs.ts';

/** What the figures do not say, one sentence each. */
export function limitsOf(
  { dataset, test }: ReportInputs['evaluation'],
  { undatedFlags }: Findings,
  { features, formats, limits }: Language,
): string[] {
  const { horizonDays, lookbackDays } = dataset.labelling;
  const personal = dataset.featureNames.filter((name) => personalFeatures.includes(name));
  return [
    limits.sameTime,
    dataset.split === 'forward' ? limits.onePeriod(formats.day(dataset.asOf.at(-1)!)) : limits.sameDates,
    undatedFlags ? limits.undatedFlags : limits.comeBack(horizonDays),
    limits.forWhom(test.rows, lookbackDays),
    ...(personal.length === 0 ? [] : [limits.personal(personal.map(features.describe))]),
    limits.noCause,
  ];
}
