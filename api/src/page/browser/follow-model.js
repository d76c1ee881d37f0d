import { asksForKey } from './asks-for-key.js';

/** @import { ModelAnswer } from '../../model/model-answer.ts' */
/** @import { ApiProblem, askApi } from './ask-api.js' */

/** @typedef {(path: string) => ReturnType<typeof askApi>} Ask */
/** @typedef {{ show(model: ModelAnswer, replaces: boolean): void, unchanged(): void, explain(problem: ApiProblem): void }} ModelView */

const pauseMs = 5_000;

/**
 * Looks which model is served, at once and every few seconds while the page is seen, and shows it when it has changed.
 * Without a key that may ask this, nothing is asked until the returned function is called, which looks at once.
 * @param {Ask} ask
 * @param {ModelView} view
 */
export function followModel(ask, view) {
  /** @type {string | undefined} */
  let shown;
  let waitsForKey = false;
  /** @type {Promise<void> | undefined} */
  let looking;

  /** @param {ApiProblem} problem */
  const fail = (problem) => {
    waitsForKey = asksForKey(problem);
    if (problem.status === 503) shown = undefined;
    view.explain(problem);
  };
  const look = async () => {
    const ready = await ask('health/ready');
    if (ready.problem) return fail(ready.problem);
    const { model } = /** @type {{ model: string }} */ (ready.body);
    if (model === shown) return view.unchanged();
    const answered = await ask('v1/model');
    if (answered.problem) return fail(answered.problem);
    const described = /** @type {ModelAnswer} */ (answered.body);
    view.show(described, shown !== undefined);
    shown = described.sha256;
  };
  const lookOnce = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  const lookIfSeen = async () => {
    if (!document.hidden && !waitsForKey) await lookOnce();
  };
  const again = () => setTimeout(() => lookIfSeen().finally(again), pauseMs);
  document.addEventListener('visibilitychange', lookIfSeen);
  lookOnce().finally(again);
  return lookOnce;
}
