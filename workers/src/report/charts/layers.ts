import type { TopLevelSpec } from 'vega-lite';
import type { Point } from './chart.ts';
import { colours } from './chart-theme.ts';

export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

export interface LineStyle {
  readonly colour: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  /** Whether height changes at the point before or after a stretch. */
  readonly steps?: 'before' | 'after';
}

/** A line through points in their order (not by x: a curve may rise vertically). */
export function lineLayer(points: readonly Point[], { colour, width = 2, dash, steps }: LineStyle): Layer {
  return {
    data: { values: points.map(([x, y], order) => ({ x, y, order })) },
    mark: {
      type: 'line',
      color: colour,
      strokeWidth: width,
      ...(dash === undefined ? {} : { strokeDash: [...dash] }),
      ...(steps === undefined ? {} : { interpolate: `step-${steps}` as const }),
    },
    encoding: { order: { field: 'order', type: 'quantitative' } },
  };
}

/** In square pixels. */
const dotSizes = { circle: 50, diamond: 90, square: 90 } as const;

export function dotLayer(
  points: readonly Point[],
  colour: string,
  shape: keyof typeof dotSizes = 'circle',
): Layer {
  return {
    data: { values: points.map(([x, y]) => ({ x, y })) },
    mark: {
      type: 'point',
      filled: true,
      opacity: 1,
      size: dotSizes[shape],
      color: colour,
      shape,
    },
  };
}

/** Labels that stand at the left edge, each with its lower end on a pixel of the given axis. */
export function labelLayer(
  lines: readonly { readonly line: string; readonly bottom: number }[],
  onPixels: { readonly type: 'quantitative'; readonly scale: { domain: number[] }; readonly axis: null },
): Layer {
  return {
    data: { values: [...lines] },
    mark: { type: 'text', align: 'left', baseline: 'bottom', fontSize: 11, color: colours.text, limit: 0 },
    encoding: { x: { value: 0 }, y: { field: 'bottom', ...onPixels }, text: { field: 'line' } },
  };
}
