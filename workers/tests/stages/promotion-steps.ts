import { readChampionPointer } from '@churn/shared/registry/champion-pointer';
import { type around, comparison } from '../../../shared/tests/artifacts/example-evaluation.ts';
import { type Findings, leaveEvaluation, modelOf, type TrainedCopy } from './promotable-run.ts';
import { runChurn } from './run-churn.ts';

/** What tests of promotions do with trained runs. */
export function promotionSteps(runs: Pick<TrainedCopy, 'directory' | 'layout'>) {
  const evaluate = (run: string, findings?: Findings) => leaveEvaluation(runs.directory, run, findings);
  const champion = () => readChampionPointer(runs.layout);
  return {
    evaluate,
    champion,
    modelSha256Of: async (run: string) => (await modelOf(runs.directory, run)).sha256,
    promote: (run: string, ...options: string[]) =>
      runChurn('promote', '--run', run, '--data-dir', runs.directory, ...options),
    /** A second run whose evaluation has met the champion. */
    leaveChallenger: async (difference: ReturnType<typeof around>) => {
      const modelSha256 = (await champion())!.modelSha256;
      await evaluate('r2', { champion: comparison(difference, { modelSha256 }) });
    },
  };
}
