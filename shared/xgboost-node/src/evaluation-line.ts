import { XGBoostError } from './xgboost-error.ts';

export interface EvaluationScore {
  /** The matrix's name. */
  readonly name: string;
  readonly metric: string;
  readonly value: number;
}

/** Reads `[3]\ttrain-logloss:0.41\tvalidation-logloss:0.44`, the only form in which libxgboost tells scores. */
export function parseEvaluation(line: string): EvaluationScore[] {
  const entries = line.split('\t').slice(1);
  return entries.map((entry) => {
    const match = /^([^-]*)-(.+):([^:]+)$/.exec(entry);
    if (match === null) {
      throw new XGBoostError(`expected an evaluation as "name-metric:value", got "${entry}"`);
    }
    return { name: match[1]!, metric: match[2]!, value: numberOf(match[3]!) };
  });
}

/** C++ writes `nan` and `inf`. */
function numberOf(text: string): number {
  const size = /^[+-]?(inf|nan)/i.exec(text)?.[1]?.toLowerCase();
  if (size === undefined) return Number(text);
  if (size === 'nan') return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
