import type { Candidate } from '../artifacts/candidate.ts';
import type { BlendEvidence } from '../artifacts/evaluation-document.ts';
import { pairedDifference } from '../metrics/paired-difference.ts';
import { modelFamilyNames } from '../schema/model-family-name.ts';

/** Log loss of each row held out, all candidates on the same rows. */
export interface HeldOutLosses {
  readonly customerIds: readonly string[];
  /** By the SHA-256 of the model. */
  readonly byModel: ReadonlyMap<string, Float64Array>;
}

/** What of a candidate decides. */
export type Choosable = Pick<Candidate, 'family' | 'modelSha256' | 'selection'>;

export interface Choice<Chosen extends Choosable> {
  /** By their out-of-fold log loss, the winner first. */
  readonly ranked: readonly Chosen[];
  readonly reason: string;
  /** Null where there is no blend, or nothing but a blend. */
  readonly blend: BlendEvidence | null;
}

/**
 * Ranks candidates by their out-of-fold log loss; of equal ones the simpler family comes first, a blend last. Where there is
 * a blend, the reason says how much lower its log loss is than that of the best single family, and what chance could do,
 * row by row. The test rows have no say: whoever chooses by the test measures the test, not the model.
 */
export function chooseWinner<Chosen extends Choosable>(
  candidates: readonly Chosen[],
  losses: HeldOutLosses,
): Choice<Chosen> {
  const byLoss = [...candidates].sort(
    (a, b) =>
      a.selection.logLoss - b.selection.logLoss ||
      modelFamilyNames.indexOf(a.family) - modelFamilyNames.indexOf(b.family),
  );
  const blend = byLoss.find(({ family }) => family === 'blend');
  const single = byLoss.find(({ family }) => family !== 'blend');
  if (blend === undefined || single === undefined) {
    return { ranked: byLoss, reason: reasonOfLoss(byLoss), blend: null };
  }
  const evidence = { ...compare(blend, single, losses), chosen: byLoss[0] === blend };
  return { ranked: byLoss, reason: `${reasonOfEvidence(evidence, single)} ${noSay}`, blend: evidence };
}

const noSay = 'The test rows had no say.';

function compare(
  blend: Choosable,
  single: Choosable,
  { customerIds, byModel }: HeldOutLosses,
): Omit<BlendEvidence, 'chosen'> {
  const { mean, standardError } = pairedDifference(
    byModel.get(single.modelSha256)!,
    byModel.get(blend.modelSha256)!,
    customerIds,
  );
  return { bestSingle: single.family, advantage: mean, standardError };
}

function reasonOfLoss([winner, second]: readonly Choosable[]): string {
  if (second === undefined) return `${winner!.family} is the only candidate.`;
  return `${lowest(winner!)}; next is ${second.family} with ${second.selection.logLoss.toFixed(4)}. ${noSay}`;
}

function reasonOfEvidence({ advantage, standardError, chosen }: BlendEvidence, single: Choosable): string {
  if (chosen) {
    return (
      `The blend has a log loss ${advantage.toFixed(5)} lower than ${single.family}, the best single family ` +
      `(${single.selection.logLoss.toFixed(4)}), on ${single.selection.rows} rows held out of its training; the standard error of the difference is ${standardError.toFixed(5)}.`
    );
  }
  return `${lowest(single)}; the blend of several has no lower one.`;
}

function lowest({ family, selection }: Choosable): string {
  return `${family} has the lowest log loss on ${selection.rows} rows held out of its training, ${selection.logLoss.toFixed(4)}`;
}
