import type { LanguageTag } from '../language/language-tag.ts';
import { vegaLocales } from '../language/vega-locales.ts';
import type { Chart } from './chart.ts';
import { chartConfig } from './chart-theme.ts';

/**
 * Draws a chart as an SVG text: offline, without a canvas, and the same bytes for the same chart. Vega is loaded here and
 * not at the start of the program, since it takes longer to load than most commands take to run.
 */
export async function renderChart({ spec }: Chart, language: LanguageTag): Promise<string> {
  // One after the other: Jest cannot link two graphs that share modules at a time.
  const { parse, View } = await import('vega');
  const { compile } = await import('vega-lite');
  const compiled = compile({ ...spec, config: { ...chartConfig, locale: vegaLocales[language] } }).spec;
  const view = new View(parse(compiled), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
