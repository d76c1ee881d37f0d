import type { StageContext } from './stage.ts';

/**
 * Has `find` look once in a run of a stage, which asks before its lock, under it and at its work: what a user's file says
 * must not change in between, and is not hashed twice.
 */
export function onceARun<Options, Found>(
  find: (context: StageContext<Options>) => Promise<Found>,
): (context: StageContext<Options>) => Promise<Found> {
  const found = new WeakMap<StageContext<Options>, Promise<Found>>();
  return (context) => {
    const known = found.get(context);
    if (known !== undefined) return known;
    const looked = find(context);
    found.set(context, looked);
    return looked;
  };
}
