import { Problem } from '../http/problem.ts';
import type { Champion } from './champion.ts';
import type { ChampionWatch } from './champion-watch.ts';

/** The champion of this moment; a request asks once and keeps the answer. */
export function requireChampion(watch: ChampionWatch): Champion {
  if (watch.current === undefined) {
    throw new Problem('no-champion', 'expected a promoted model in the registry, found none that loads');
  }
  return watch.current;
}
