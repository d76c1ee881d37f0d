import { readFileSync } from 'node:fs';
import { campaignProfit, profitAboveRandom, profitThreshold } from '../../src/metrics/campaign-profit.ts';
import { chooseThreshold } from '../../src/metrics/choose-threshold.ts';
import { confusionOfGroups } from '../../src/metrics/confusion.ts';
import { expectedMaximumProfit } from '../../src/metrics/maximum-profit.ts';
import { groupByProbability } from '../../src/metrics/score-groups.ts';
import { campaignFields, campaignSchema } from '../../src/schema/campaign.ts';

const text = readFileSync(new URL('../../../docs/campaign.md', import.meta.url), 'utf8');

/** Cells of the table under the heading whose first column has this title. */
function tableOf(title: string): string[][] {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${title} `));
  const end = lines.findIndex((line, index) => index > head && !line.startsWith('|'));
  return lines.slice(head + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const customers = tableOf('probability');
const groups = groupByProbability(
  Uint8Array.from(customers, ([, left]) => (left === 'yes' ? 1 : 0)),
  Float64Array.from(customers, ([probability]) => Number(probability)),
);
const costs = JSON.parse(/```json\n(.*?)\n```/s.exec(text)![1]!) as object;
const added = tableOf('added to the file');

test('the example has ten customers and six rules', () => {
  expect([customers.length, added.length]).toEqual([10, 6]);
});

test.each(added)('the example of docs/campaign.md is computed: %s', (json, ...figures) => {
  const campaign = campaignSchema.parse({ ...costs, ...JSON.parse(json!.replaceAll('`', '')) });
  const threshold = chooseThreshold(campaign, groups, customers.length);
  const confusion = confusionOfGroups(groups, threshold);
  expect(figures).toEqual([
    threshold.toFixed(4),
    String(confusion.truePositives + confusion.falsePositives),
    String(confusion.truePositives),
    (customers.length * campaignProfit(confusion, campaign)).toFixed(2),
    (customers.length * profitAboveRandom(confusion, campaign)).toFixed(2),
  ]);
});

test('so are the figures in its words', () => {
  const campaign = campaignSchema.parse(costs);
  const { profit, fraction } = expectedMaximumProfit(groups, campaign);
  expect(text).toContain(`= ${profitThreshold(campaign).toFixed(4)}.`);
  expect(text).toContain(
    `EMPC is ${profit.toFixed(2)} a customer and contacts a share of ${fraction.toFixed(3)}`,
  );
});

test('every field of a campaign stands in its table with its default', () => {
  const written = tableOf('name').map(([name, standard]) => [name, standard!.replaceAll('`', '')]);
  expect(written).toEqual(
    Object.entries(campaignFields).map(([name, field]) => [
      `\`${name}\``,
      String(field.parse(undefined) ?? 'none'),
    ]),
  );
});
