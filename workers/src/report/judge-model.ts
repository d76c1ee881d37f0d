import { type Findings, largestCalibrationError, leaversForNarrowIntervals } from './findings.ts';
import { decimal, percent } from './format-number.ts';
import type { Tone } from './report-document.ts';

export interface Judgement {
  readonly tone: Tone;
  readonly label: string;
  /** One sentence: may this model be trusted. */
  readonly headline: string;
  /** What it may be used for, and what not. */
  readonly uses: readonly string[];
  /** What stands against it; empty for a model without a fault found. */
  readonly reserves: readonly string[];
}

/** Whether the model may be trusted, and for what: computed from the evaluation alone, not from the gate. */
export function judgeModel(findings: Findings): Judgement {
  const reserves = reservesOf(findings);
  if (!findings.aboveChance || findings.answerGivenAway) {
    return {
      tone: 'bad',
      label: 'No',
      headline: findings.aboveChance
        ? 'This model must not be trusted: a single feature seems to know the answer already.'
        : 'This model must not be trusted: it orders customers no better than chance.',
      uses: ['Use it for nothing but finding out what is wrong with the data or the labels.'],
      reserves,
    };
  }
  return {
    tone: reserves.length === 0 ? 'good' : 'care',
    label: reserves.length === 0 ? 'Yes' : 'With reserve',
    headline:
      reserves.length === 0
        ? 'This model may be trusted to order customers by risk and to say how large the risk is.'
        : `This model may be used to order customers by risk${findings.calibrated ? '' : ', not for its probabilities'}, with the reserves below.`,
    uses: usesOf(findings),
    reserves,
  };
}

function usesOf({ winner, calibrated, churnShare }: Findings): string[] {
  const { capturedAt10, precision } = winner.measures;
  return [
    `Choose whom to contact: the riskiest tenth of the customers holds ${percent(capturedAt10.value, 0)} of all leavers. ` +
      `Of 100 customers marked as leaving ${decimal((precision.value ?? 0) * 100, 0)} leave, of 100 customers taken ` +
      `at random ${decimal(churnShare * 100, 0)}.`,
    calibrated
      ? 'Count with its probabilities, as expected losses or to set a budget: predicted and observed shares agree.'
      : 'Do not count with its probabilities: predicted and observed shares differ.',
    'Do not read it as a cause: what the model looks at goes with leaving, changing it need not keep anyone. Whether an offer ' +
      'works is shown only by a trial with a control group.',
  ];
}

function reservesOf(findings: Findings): string[] {
  const { winner, strongestBaseline, failedChecks } = findings;
  const { rocAuc, calibrationError, calibrationSlope } = winner.measures;
  return [
    findings.undatedFlags ? undatedFlags(findings.gapDays) : '',
    findings.aboveChance && !findings.aboveBaseline && strongestBaseline !== undefined
      ? `It is not shown to be better than "${strongestBaseline.name}": ROC AUC ${decimal(rocAuc.value)} (at least ` +
        `${decimal(rocAuc.lower)}) against ${decimal(strongestBaseline.rocAuc)}.`
      : '',
    findings.calibrated
      ? ''
      : `Its probabilities are off: ${percent(calibrationError.value)} on average (at most ${percent(largestCalibrationError, 0)} ` +
        `is good), slope ${decimal(calibrationSlope.value, 2)} where 1 is right.`,
    findings.fewLeavers
      ? `Only ${winner.confusion.truePositives + winner.confusion.falseNegatives} test customers left (${leaversForNarrowIntervals} or more are needed for narrow intervals).`
      : '',
    ...failedChecks.map(({ check, finding }) => `The check "${check}" failed: ${finding}.`),
  ].filter((reserve) => reserve !== '');
}

function undatedFlags(gapDays: number): string {
  const reserve =
    'The churn column has no date. Customers may have left before the day the features look back from, so features of ' +
    'recency may describe churn instead of predicting it, and every figure here may be too good';
  return gapDays === 0
    ? `${reserve}.`
    : `${reserve}; features end ${gapDays} days before the flags, which guards against those only who left within that time.`;
}
