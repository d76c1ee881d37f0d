import type { RichText } from '../../table.ts';
import type { GateFacts, WordedRule } from '../gate-facts.ts';
import { formats } from './formats.ts';

const { decimal } = formats;

export const gate = {
  title: 'The model in service, and the gate',
  noChampion: 'No model was in service when this one was evaluated.',
  isChampion: (fittedAgain: boolean) =>
    `The model in service when this one was evaluated was this very model${fittedAgain ? ', fitted again on all rows' : ''}.`,
  /** The figures beside it are not of the model in service. */
  comparedEarlier:
    'The model in service has since learned from rows of this test, too, so the comparison is with it as it was measured, before it was fitted again.',
  incomparable: 'The model in service could not be compared on these rows: ',
  better: 'is better',
  worse: 'is worse',
  undecided: 'is not shown to be better or worse',
  compared: (v: { verdict: string; value: number | null; lower: number | null; upper: number | null }) =>
    `On the same test rows this model ${v.verdict} than the one in service: the ROC AUC differs by ${decimal(v.value, 4)} ` +
    `(95% interval ${decimal(v.lower, 4)} to ${decimal(v.upper, 4)}).`,
  notAsked: (command: string): RichText => [
    'The gate was not asked for this evaluation (',
    { code: command },
    ').',
  ],
  promoted: 'The gate let the model pass: it was promoted.',
  alreadyChampion: 'When the gate was asked, the model was in service already: nothing was to be decided.',
  refused: 'The gate refused the model:',
  noReason: 'no reason was recorded',
  /** Between what was expected and what was found. */
  but: ', got ',
  takesRecordedReasons: true as boolean,
  /** What a rule expected and found; undefined where the recorded phrase, in English, is to be taken. */
  rule: (_facts: GateFacts): WordedRule | undefined => undefined,
  rulesCaption: 'Rules of the gate',
  rulesColumns: { rule: 'Rule', passed: 'Passed', expected: 'Expected', actual: 'Actual' },
  championCaption: 'This model and the one in service on the same test rows',
  championColumns: { measure: 'Measure', thisModel: 'This model', champion: 'In service' },
};
