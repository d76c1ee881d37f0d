import type { Interval } from '../artifacts/measures.ts';
import type { ModelDocument } from '../artifacts/model-document.ts';
import { markdownTable } from '../platform/markdown-table.ts';
import type { ModelMetrics } from './model-metrics.ts';

const listedFeatures = 10;

/**
 * What a reader must know before trusting the model, in the sections of a model card (Mitchell et al. 2019): what it is,
 * whom it is for, what it learnt from, how well it does and for whom, and where not to use it. No clock time.
 */
export function modelCard(modelSha256: string, document: ModelDocument, metrics: ModelMetrics): string {
  const sections = [
    `# Churn model ${modelSha256.slice(0, 12)}`,
    identity(modelSha256, document, metrics),
    intendedUse(document),
    trainingData(document),
    performance(metrics),
    slices(metrics),
    importance(metrics),
    limits(document, metrics),
    ethics(document),
  ];
  return `${sections.join('\n\n')}\n`;
}

function identity(modelSha256: string, document: ModelDocument, metrics: ModelMetrics): string {
  const settings = Object.entries(document.hyperparameters).map(
    ([name, value]) => `${name} ${numberText(value)}`,
  );
  return markdownTable(
    ['', ''],
    [
      ['SHA-256', modelSha256],
      ['family', document.family],
      [document.family === 'blend' ? 'members and weights' : 'settings', settings.join(', ')],
      ['calibration', document.calibration.method],
      ['threshold', `${numberText(document.threshold)}, by the rule ${document.campaign.rule}`],
      ['features', `${document.featureNames.length}, list ${document.featureListHash.slice(0, 12)}`],
      ['run', metrics.run],
      ['evaluation', metrics.evaluationSha256],
      ...(document.training.evaluatedModelSha256 === undefined
        ? []
        : [['evaluated model', document.training.evaluatedModelSha256]]),
      ['code', document.training.version],
    ],
  );
}

function intendedUse({ training: { labelling }, campaign }: ModelDocument): string {
  const outcome =
    labelling.mode === 'flag'
      ? 'the churn column of the export says that the customer left'
      : `the customer makes no transaction in the ${labelling.horizonDays} days from the as-of date`;
  const eligible =
    labelling.lookbackDays === null
      ? 'with a transaction before the as-of date'
      : `with a transaction in the ${labelling.lookbackDays} days before the as-of date`;
  return (
    `## Use\n\nThe probability that ${outcome}, for customers ${eligible}. ${contacted(campaign)} An offer costs ` +
    `${campaign.offerCost}${campaign.offerPaidTo === 'accepting' ? ' if it is accepted' : ''}, reaching a customer ${campaign.contactCost}; it keeps ` +
    `${percent(campaign.offerSuccess)} of those who would leave, and saves ${campaign.customerValue} each. ` +
    'It ranks whom to contact; it is no reason to refuse anyone anything.'
  );
}

/** Whom the campaign that the threshold was set for contacts. */
function contacted({ rule, budget }: ModelDocument['campaign']): string {
  if (rule === 'expected-profit') return 'Customers at or above the threshold are worth an offer.';
  if (rule === 'expected-maximum-profit') {
    return 'Offers go to customers at or above the threshold, which had the highest expected maximum profit out of fold.';
  }
  const limit =
    budget !== null && 'customers' in budget
      ? `${budget.customers} customers`
      : `${budget?.amount} currency units`;
  return `Offers go to the riskiest customers that a budget of ${limit} reaches.`;
}

function trainingData({ training }: ModelDocument): string {
  const share = training.rows === 0 ? 0 : training.churned / training.rows;
  return (
    `## Training\n\n${training.rows} rows, ${training.churned} of them churned (${percent(share)}), as of ` +
    `${training.asOf.join(', ')}; seed ${training.seed}; feature table ${training.featuresSha256.slice(0, 12)}.${refitRemark(training)}`
  );
}

function refitRemark({ evaluatedModelSha256 }: ModelDocument['training']): string {
  if (evaluatedModelSha256 === undefined) return '';
  return (
    ` The test rows are among them: this is model ${evaluatedModelSha256.slice(0, 12)} fitted again, with the same settings, ` +
    'calibration and threshold, after that one was measured. The figures below are of that one.'
  );
}

function performance({ test, measures, baselines }: ModelMetrics): string {
  const rows = Object.entries(measures).map(([name, interval]) => [name, ...intervalTexts(interval)]);
  const compared = baselines.map(
    ({ name, rocAuc, logLoss }) => `${name}: ROC AUC ${numberText(rocAuc)}, log loss ${numberText(logLoss)}`,
  );
  return (
    `## Measured on ${test.rows} test rows, ${test.churned} churned\n\n` +
    `${markdownTable(['measure', 'value', 'lower', 'upper'], rows)}\n\nWithout a model: ${compared.join('; ') || 'not measured'}.`
  );
}

function slices({ slices: parts }: ModelMetrics): string {
  const rows = parts.map(({ by, name, rows: count, churned, meanProbability, rocAuc }) => [
    by,
    name,
    String(count),
    percent(churned / count),
    percent(meanProbability),
    numberText(rocAuc),
  ]);
  return rows.length === 0
    ? '## Parts of the customers\n\nNot measured.'
    : `## Parts of the customers\n\n${markdownTable(['by', 'part', 'rows', 'churned', 'predicted', 'ROC AUC'], rows)}`;
}

function importance({ importance: features }: ModelMetrics): string {
  const lines = features
    .slice(0, listedFeatures)
    .map(({ feature, strength }) => `- ${feature}: ${numberText(strength)}`);
  return `## Strongest features\n\nMean absolute contribution to the log-odds.\n\n${lines.join('\n') || 'Not measured.'}`;
}

function limits({ training: { labelling } }: ModelDocument, { leakage }: ModelMetrics): string {
  const lines = [
    'The figures are of past customers of the same export; what changes the customers (prices, rivals, a new service) ages it. `churn drift-check` tells.',
    'Its reasons are associations in the data, not causes.',
    ...(labelling.mode === 'flag'
      ? [
          'The churn column has no date: features of recency may describe customers who had churned already instead of predicting it.',
        ]
      : []),
    ...leakage
      .filter(({ passed }) => !passed)
      .map(({ check, finding }) => `Failed check, ${check}: ${finding}.`),
  ];
  return `## Limits\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function ethics({ featureNames }: ModelDocument): string {
  const personal = ['age', 'gender', 'region'].filter((name) => featureNames.includes(name));
  const lines = [
    personal.length === 0
      ? 'The model uses neither age nor gender nor region.'
      : `The model uses ${personal.join(', ')}: whether that is lawful and fair for the intended use has to be decided by people before it is used.`,
    'Who is wrongly marked gets an offer without need, who is missed gets none; how that falls on regions, ages and genders stands under the parts of the customers.',
    'No row of a customer is on this card. `churn report --contact` writes a card that names whom to ask.',
  ];
  return `## Ethical notes\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function intervalTexts({ value, lower, upper }: Interval): string[] {
  return [value, lower, upper].map(numberText);
}

function numberText(value: number | string | boolean | null): string {
  if (typeof value !== 'number') return String(value ?? '–');
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
