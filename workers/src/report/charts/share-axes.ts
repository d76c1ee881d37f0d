import type { TopLevelSpec } from 'vega-lite';
import { chartSize } from './chart-theme.ts';
import type { Layer } from './layers.ts';

/** Layers of points x, y that are both shares from 0 to `highest`, on axes in percent. */
export function onShareAxes(xTitle: string, yTitle: string, layer: Layer[], highest = 1): TopLevelSpec {
  return {
    ...chartSize,
    encoding: {
      x: {
        field: 'x',
        type: 'quantitative',
        scale: { domain: [0, highest] },
        axis: { title: xTitle, format: '%' },
      },
      y: {
        field: 'y',
        type: 'quantitative',
        scale: { domain: [0, highest] },
        axis: { title: yTitle, format: '%' },
      },
    },
    layer,
  };
}
