import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { campaignSchema } from '@churn/shared/schema/campaign';
import { campaignOptionsSchema } from '../../src/commands/campaign-options.ts';
import { findCampaign } from '../../src/train/campaign-input.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churn-campaign-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** The campaign of these options, as texts of the command line, and of a file: its text, its bytes, or an object. */
async function campaignOf(options: object, content?: unknown) {
  const layout = new ArtifactLayout(folder);
  if (content === undefined) return findCampaign(layout, campaignOptionsSchema.parse(options));
  const campaign = join(folder, 'campaign.json');
  const isWritten = typeof content === 'string' || content instanceof Uint8Array;
  await writeFile(campaign, isWritten ? content : JSON.stringify(content));
  return findCampaign(layout, campaignOptionsSchema.parse({ campaign, ...options }));
}

test('where nothing is said the campaign is that of every default', async () => {
  const ofDefaults = { campaign: campaignSchema.parse({}), input: [] };
  expect(await campaignOf({})).toEqual(ofDefaults);
  expect(await campaignOf({ campaign: 'champion' })).toEqual(ofDefaults);
});

test('a campaign comes from a file, which is an input, and an option counts more than it', async () => {
  const file = { customerValue: 500, offerCost: 30, contactCost: 2, rule: 'budget', budget: { amount: 50 } };
  const { campaign, input } = await campaignOf({ offerCost: '40', budgetCustomers: '7' }, file);
  expect(campaign).toEqual({
    ...campaignSchema.parse({}),
    ...file,
    offerCost: 40,
    budget: { customers: 7 },
  });
  expect(input).toMatchObject([{ role: 'campaign', path: 'campaign.json' }]);
});

test('an option for another rule leaves the budget of the file out', async () => {
  const file = { rule: 'budget', budget: { customers: 7 }, belowBreakEven: true };
  const { campaign } = await campaignOf({ campaignRule: 'expected-profit' }, file);
  expect(campaign).toEqual(campaignSchema.parse({}));
});

test('every field can be said by an option', async () => {
  const { campaign } = await campaignOf({
    customerValue: '300',
    offerCost: '20',
    contactCost: '1.5',
    offerPaidTo: 'accepting',
    offerSuccess: '.3',
    offerTrials: '100',
    campaignRule: 'budget',
    budgetAmount: '600',
    belowBreakEven: 'true',
  });
  expect(campaign).toEqual({
    customerValue: 300,
    offerCost: 20,
    contactCost: 1.5,
    offerPaidTo: 'accepting',
    offerSuccess: 0.3,
    offerTrials: 100,
    rule: 'budget',
    budget: { amount: 600 },
    belowBreakEven: true,
  });
});

test.each<[string, unknown, string]>([
  ['a name that is none', { offercost: 10 }, 'offercost'],
  ['a cost below 0', { offerCost: -1 }, 'offerCost'],
  ['a rule that is none', { rule: 'guess' }, 'rule'],
  ['no JSON', '{', 'expected JSON in'],
  ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'expected UTF-8 text in'],
  ['half a budget customer', { rule: 'budget', budget: { customers: 1.5 } }, 'a whole number from 1'],
  ['a success so rare that it is 0', { offerSuccess: 1e-300, customerValue: 1e-320 }, 'offerSuccess'],
  ['a cost that adds up to infinity', { offerCost: 1e308, contactCost: 1e308 }, 'offerCost'],
  ['more earlier offers than digits', { offerTrials: 1e300 }, 'offerTrials'],
  ['a budget without its rule', { budget: { customers: 5 } }, 'expected no budget but for the rule budget'],
  ['the rule budget without one', { rule: 'budget' }, 'expected a number of customers or an amount'],
  [
    'an amount for a campaign that costs nothing',
    { rule: 'budget', budget: { amount: 50 }, offerCost: 0 },
    'expected a number of customers where',
  ],
  ['below the break-even without a budget', { belowBreakEven: true }, 'for the rule budget only'],
])('%s in the file is bad input, and named', async (_what, content, message) => {
  const refused = await campaignOf({}, content).catch((error) => error);
  expect([refused.code, refused.exitCode]).toEqual(['bad-campaign', 2]);
  expect(refused.message).toContain(message);
});

test('a byte-order mark before the JSON is no part of it', async () => {
  const { campaign } = await campaignOf({}, '\ufeff{"offerCost": 5}');
  expect(campaign.offerCost).toBe(5);
});

test('a file of 4 MiB is read, one of a byte more is refused before it is read', async () => {
  const file = (bytes: number) => `{"offerCost": 5}${' '.repeat(bytes - 16)}`;
  expect((await campaignOf({}, file(4 * 2 ** 20))).campaign.offerCost).toBe(5);
  await expect(campaignOf({}, file(4 * 2 ** 20 + 1))).rejects.toMatchObject({
    code: 'bad-campaign',
    exitCode: 2,
    message: expect.stringContaining(
      'for --campaign, at most 4194304 bytes long (4 MiB), got 4194305 bytes',
    ) as string,
  });
});

test.each([
  ['no file', 'none.json', 'found no such file'],
  ['a directory', '.', 'it is a directory'],
  ['a device, which cannot be read twice', '/dev/null', 'it is neither a file nor a directory'],
])('%s in place of the file is bad input', async (_what, path, message) => {
  const refused = campaignOf({ campaign: resolve(folder, path) });
  await expect(refused).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(message) as string,
  });
});

test('a budget in customers and in money at once is refused', () => {
  const both = campaignOptionsSchema.safeParse({ budgetCustomers: '5', budgetAmount: '50' });
  expect(both.error!.issues[0]!.message).toBe('expected a budget in customers or in money, got both');
});
