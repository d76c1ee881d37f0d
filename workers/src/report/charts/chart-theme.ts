import type { Config } from 'vega-lite';

/**
 * Colours are variables of the page's style, so that one drawing serves light, dark and print. The four of the series
 * come from Okabe and Ito's palette, which the colour-blind tell apart (Okabe, Ito 2008, "Color Universal Design").
 */
export const colours = {
  main: 'var(--series-main)',
  second: 'var(--series-second)',
  third: 'var(--series-third)',
  muted: 'var(--series-muted)',
  text: 'currentColor',
} as const;

/** Of the values of a feature, from the lowest fifth to the highest: blue to orange, which the colour-blind tell apart. */
export const valueColours = [
  'var(--value-lowest)',
  'var(--value-low)',
  'var(--value-middle)',
  'var(--value-high)',
  'var(--value-highest)',
] as const;

/** Inner size of a chart, in pixels: narrow enough for a phone, scaled up where there is room. */
export const chartSize = { width: 290, height: 210 } as const;

/**
 * The room for axes is given, not measured: without a canvas Vega can only guess how wide a text is, and charts side by
 * side should line up.
 */
export const chartConfig: Config = {
  autosize: 'none',
  padding: { left: 44, top: 28, right: 16, bottom: 40 },
  // What a chart says stands beside it; the parts of the drawing would be names without meaning.
  aria: false,
  mark: { aria: false },
  background: 'transparent',
  view: { stroke: 'transparent' },
  axis: {
    aria: false,
    labelColor: colours.text,
    titleColor: colours.text,
    titleFontWeight: 'normal',
    titleFontSize: 12,
    labelFontSize: 11,
    gridColor: 'var(--grid)',
    domainColor: 'var(--axis)',
    tickColor: 'var(--axis)',
    tickCount: 5,
  },
  // Level and above the axis: nobody has to turn the head.
  axisY: { titleAngle: 0, titleAlign: 'left', titleAnchor: 'start', titleX: -38, titleY: -12 },
};
