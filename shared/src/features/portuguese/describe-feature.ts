import type { Expression } from '../expression.ts';
import type { FeatureDeclaration } from '../feature-declaration.ts';
import type { KnownService, Measure } from '../measure.ts';
import { featurePhrases } from './feature-phrases.ts';
import { measureWords } from './measure-words.ts';

const services: Readonly<Record<KnownService, string>> = {
  voice: 'voz',
  data: 'dados',
  sms: 'SMS',
  roaming: 'roaming',
  tv: 'TV',
  support: 'suporte',
};

/** What a feature tells, as a phrase that fits into a sentence: its own phrase, or its formula in words. */
export function describeFeature(feature: FeatureDeclaration): string {
  const phrase = featurePhrases[feature.name];
  if (phrase !== undefined) return phrase;
  return feature.kind === 'numeric' ? inWords(feature.formula) : feature.name;
}

function inWords(formula: Expression): string {
  if ('measure' in formula) return measureInWords(formula.measure);
  if ('constant' in formula) return String(formula.constant).replace('.', ',');
  if (formula.operation === 'square-root') return `raiz quadrada de (${inWords(formula.of)})`;
  const { operation, left, right } = formula;
  if (operation === 'divide') return quotientInWords(left, right);
  const sign = { add: 'mais', subtract: 'menos', multiply: 'vezes' }[operation];
  return `${inWords(left)} ${sign} ${inWords(right)}`;
}

function quotientInWords(left: Expression, right: Expression): string {
  // Hundredths as currency units.
  if ('constant' in right && right.constant === 100) return inWords(left);
  const [above, below] = [measureOf(left), measureOf(right)];
  if (above === undefined) return `${inWords(left)} em relação a ${inWords(right)}`;
  if ('service' in above) return `parcela de ${services[above.service]} nas transações`;
  if (below?.take === 'transactions' && 'window' in above) {
    if (above.take === 'amount') return `valor médio de uma transação ${inWindow(above.window)}`;
    if (above.take === 'weekend_transactions') {
      return `parcela das transações aos sábados e domingos ${inWindow(above.window)}`;
    }
  }
  const before = daysBefore(above, right);
  const compared = before === undefined ? `a ${inWords(right)}` : `aos ${before} dias anteriores`;
  return `${measureInWords(above)} em relação ${compared}`;
}

function measureInWords(measure: Measure): string {
  if ('service' in measure) return `${measureWords[measure.take]} ${services[measure.service]}`;
  if ('window' in measure) return `${measureWords[measure.take]} ${inWindow(measure.window)}`;
  return measureWords[measure.take];
}

/** Days of a window that ends where that of `recent` begins, if `whole − recent` is what the formula says. */
function daysBefore(recent: Measure, formula: Expression): number | undefined {
  if (!('operation' in formula) || formula.operation !== 'subtract') return undefined;
  const [whole, same] = [measureOf(formula.left), measureOf(formula.right)];
  if (whole?.take !== recent.take || same?.take !== recent.take) return undefined;
  if (!('window' in whole) || !('window' in recent) || whole.window === null || recent.window === null) {
    return undefined;
  }
  return whole.window - recent.window;
}

function measureOf(formula: Expression): Measure | undefined {
  return 'measure' in formula ? formula.measure : undefined;
}

function inWindow(days: number | null): string {
  return days === null ? 'até hoje' : `nos últimos ${days} dias`;
}
