import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import type { Chart } from './chart.ts';
import { colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { onShareAxes } from './share-axes.ts';
import { valueAt } from './value-at.ts';

const shownShares = [0.05, 0.1, 0.2, 0.3, 0.5];

/** How many of all leavers are reached when the riskiest customers are contacted first. */
export function gainChart({ curves, measures }: Candidate, churnShare: number, language: Language): Chart {
  const { decimal, percent } = language.formats;
  const text = language.curves.gain;
  const captured = measures.capturedAt10.value ?? valueAt(curves.gain, 0.1);
  return {
    title: text.title,
    summary: text.summary({ captured, perfect: Math.min(1, 0.1 / churnShare) }),
    spec: onShareAxes(text.x, text.y, [
      lineLayer(
        [
          [0, 0],
          [1, 1],
        ],
        { colour: colours.muted, width: 1, dash: [4, 4] },
      ),
      lineLayer(
        [
          [0, 0],
          [churnShare, 1],
          [1, 1],
        ],
        { colour: colours.third, width: 1, dash: [1, 3] },
      ),
      lineLayer(curves.gain, { colour: colours.main, width: 2.5 }),
      dotLayer([[0.1, captured]], colours.second),
    ]),
    key: [
      { label: text.model, colour: colours.main, shape: 'line' },
      { label: text.random, colour: colours.muted, shape: 'dashes' },
      { label: text.perfect, colour: colours.third, shape: 'dashes' },
      { label: text.tenth, colour: colours.second, shape: 'dot' },
    ],
    numbers: {
      kind: 'table',
      caption: text.caption,
      columns: [
        { title: text.columns.contacted, numeric: true },
        { title: text.columns.reached, numeric: true },
        { title: text.columns.perfect, numeric: true },
        { title: text.columns.lift, numeric: true },
      ],
      rows: shownShares.map((share) => [
        percent(share, 0),
        percent(valueAt(curves.gain, share)),
        percent(Math.min(1, share / churnShare)),
        decimal(valueAt(curves.gain, share) / share, 2),
      ]),
    },
  };
}
