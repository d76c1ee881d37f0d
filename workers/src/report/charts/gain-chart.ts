import type { Candidate } from '@churn/shared/artifacts/evaluation-document';
import { decimal, percent } from '../format-number.ts';
import type { Chart } from './chart.ts';
import { colours } from './chart-theme.ts';
import { dotLayer, lineLayer } from './layers.ts';
import { onShareAxes } from './share-axes.ts';
import { valueAt } from './value-at.ts';

const shownShares = [0.05, 0.1, 0.2, 0.3, 0.5];

/** How many of all leavers are reached when the riskiest customers are contacted first. */
export function gainChart({ curves, measures }: Candidate, churnShare: number): Chart {
  const captured = measures.capturedAt10.value ?? valueAt(curves.gain, 0.1);
  return {
    title: 'Leavers reached by contacting the riskiest first (gain)',
    summary:
      `Contacting the riskiest tenth of the customers reaches ${percent(captured, 0)} of all who leave, ` +
      `${decimal(captured / 0.1, 1)} times as many as contacting a tenth at random; with perfect knowledge it would be ` +
      `${percent(Math.min(1, 0.1 / churnShare), 0)}.`,
    spec: onShareAxes('Customers contacted, riskiest first', 'Leavers reached', [
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
      { label: 'model', colour: colours.main, shape: 'line' },
      { label: 'at random', colour: colours.muted, shape: 'dashes' },
      { label: 'perfect knowledge', colour: colours.third, shape: 'dashes' },
      { label: 'riskiest tenth', colour: colours.second, shape: 'dot' },
    ],
    numbers: {
      kind: 'table',
      caption: 'Leavers reached by share contacted',
      columns: [
        { title: 'Contacted', numeric: true },
        { title: 'Leavers reached', numeric: true },
        { title: 'With perfect knowledge', numeric: true },
      ],
      rows: shownShares.map((share) => [
        percent(share, 0),
        percent(valueAt(curves.gain, share)),
        percent(Math.min(1, share / churnShare)),
      ]),
    },
  };
}
