import { baselineFactsOf } from './baseline-facts-of.ts';
import { type Findings, largestCalibrationError, leaversForNarrowIntervals } from './findings.ts';
import type { Language } from './language/language.ts';
import type { Tone } from './report-document.ts';
import { joined, type RichText } from './table.ts';
import { wordFinding } from './word-finding.ts';

export interface Judgement {
  readonly tone: Tone;
  readonly label: string;
  /** One sentence: may this model be trusted. */
  readonly headline: string;
  /** What it may be used for, and what not. */
  readonly uses: readonly string[];
  /** What stands against it; empty for a model without a fault found. */
  readonly reserves: readonly RichText[];
}

/** Whether the model may be trusted, and for what: computed from the evaluation alone, not from the gate. */
export function judgeModel(findings: Findings, language: Language): Judgement {
  const { trust } = language;
  const reserves = reservesOf(findings, language);
  if (!findings.aboveChance || findings.failedChecks.length > 0) {
    return {
      tone: 'bad',
      label: trust.labels.bad,
      headline: whyNot(findings, language),
      uses: [trust.useless],
      reserves,
    };
  }
  const tone = reserves.length === 0 ? 'good' : 'care';
  return {
    tone,
    label: trust.labels[tone],
    headline: tone === 'good' ? trust.trusted : trust.withReserve(findings.calibrated),
    uses: usesOf(findings, language),
    reserves,
  };
}

function whyNot({ aboveChance, answerGivenAway }: Findings, { trust }: Language): string {
  if (!aboveChance) return trust.noBetterThanChance;
  return answerGivenAway ? trust.answerGivenAway : trust.leaking;
}

function usesOf({ winner, calibrated, churnShare }: Findings, { trust }: Language): string[] {
  const { capturedAt10, precision } = winner.measures;
  return [
    trust.chooseWhom({ captured: capturedAt10.value, precision: precision.value, churnShare }),
    calibrated ? trust.countWithProbabilities : trust.noProbabilities,
    trust.noCause,
  ];
}

function reservesOf(findings: Findings, language: Language): RichText[] {
  const { names, trust } = language;
  const { winner, failedChecks } = findings;
  const { measures, confusion } = winner;
  const { calibrationError, calibrationSlope } = measures;
  const reserves: RichText[] = [];
  if (findings.undatedFlags) reserves.push(trust.undatedFlags(findings.gapDays));
  const baseline = baselineFactsOf(findings, language);
  if (findings.aboveChance && !findings.aboveBaseline && baseline !== undefined) {
    reserves.push(trust.notAboveBaseline(baseline));
  }
  if (!findings.calibrated) {
    const [error, slope] = [calibrationError.value, calibrationSlope.value];
    reserves.push(trust.uncalibrated({ error, largest: largestCalibrationError, slope }));
  }
  if (findings.fewLeavers) {
    const leavers = confusion.truePositives + confusion.falseNegatives;
    reserves.push(trust.fewLeavers(leavers, leaversForNarrowIntervals));
  }
  for (const failed of failedChecks) {
    reserves.push(joined(trust.failedCheck(names.check(failed.check)), wordFinding(failed, language), '.'));
  }
  return reserves;
}
