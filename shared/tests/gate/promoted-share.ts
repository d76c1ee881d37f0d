/** `node promoted-share.ts NOISE TRIALS`: a program of its own, because the sandbox of tests makes loops of small steps ten times slower. */
import { defaultGateSettings } from '../../src/gate/gate-settings.ts';
import { judgePromotion } from '../../src/gate/judge-promotion.ts';
import { pairedBootstrap } from '../../src/metrics/paired-bootstrap.ts';
import { rocAucOfGroups } from '../../src/metrics/roc-auc.ts';
import { seededRandom } from '../../src/platform/seeded-random.ts';
import { comparison, exampleEvaluation, examplePredictionsSha256 } from '../artifacts/example-evaluation.ts';

const rows = 400;
const samples = 200;
const serving = {
  goldenRows: 20,
  differingRows: 0,
  medianMs: 0.02,
  p99Ms: 0.05,
  predictionsSha256: examplePredictionsSha256,
  refit: null,
};

/**
 * Share of tests after which a challenger is promoted. Every customer has a true risk; each model sees it through noise
 * of its own, so models of equal noise are equally good, whatever one test says. `challengerNoise` and the champion's 1 are
 * standard deviations of log-odds.
 */
function promotedShare(challengerNoise: number, count: number): number {
  let promoted = 0;
  for (let trial = 0; trial < count; trial++) {
    const random = seededRandom(1_000 + trial);
    const risks = Float64Array.from({ length: rows }, () => 1.2 * random.normal() - 1);
    const labels = Uint8Array.from(risks, (risk) => (random.uniform() < sigmoid(risk) ? 1 : 0));
    const seenThrough = (noise: number) => risks.map((risk) => sigmoid(risk + noise * random.normal()));
    const [champion, challenger] = [seenThrough(1), seenThrough(challengerNoise)];
    const settings = { seed: trial, samples };
    const difference = pairedBootstrap(labels, champion, challenger, rocAucOfGroups, settings);
    const evaluation = exampleEvaluation({ champion: comparison(difference) });
    const evidence = {
      evaluation,
      winner: evaluation.candidates[0]!,
      championSha256: evaluation.champion!.modelSha256,
      serving,
    };
    if (judgePromotion(evidence, defaultGateSettings).every(({ passed }) => passed)) promoted += 1;
  }
  return promoted / count;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const [challengerNoise, count] = process.argv.slice(2).map(Number);
process.stdout.write(`${promotedShare(challengerNoise!, count!)}\n`);
