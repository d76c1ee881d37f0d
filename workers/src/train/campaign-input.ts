import type { ArtifactLayout } from '@churn/shared/artifacts/artifact-layout';
import { badInput } from '@churn/shared/platform/churn-error';
import { loadRegisteredModel } from '@churn/shared/registry/load-registered-model';
import { type Campaign, campaignFields, campaignSchema } from '@churn/shared/schema/campaign';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { z } from 'zod';
import { findChampion } from '../inputs/champion-input.ts';
import { readUserDocument } from '../inputs/read-user-document.ts';
import { expectedAndGot } from '../stage/expected-text.ts';

export interface CampaignOptions {
  /** What the overrides are laid over: the champion's campaign, the user's file, or, for null, the defaults. */
  readonly from: 'champion' | { readonly file: string } | null;
  /** What single options say. */
  readonly overrides: Partial<Campaign>;
}

interface FoundCampaign<T> {
  readonly campaign: T;
  /** The user's file, or the champion. */
  readonly input: readonly Artifact[];
}

/** The campaign to train for, and what it was read from as an input of the stage; refused (exit 2) where it is none. */
export async function findCampaign(
  layout: ArtifactLayout,
  { from, overrides }: CampaignOptions,
): Promise<FoundCampaign<Campaign>> {
  const { campaign, input } =
    from === 'champion' ? await campaignOfChampion(layout) : await campaignOfFile(from);
  const parsed = campaignSchema.safeParse(
    { ...withoutForeignBudget(campaign, overrides), ...overrides },
    { error: expectedAndGot },
  );
  if (!parsed.success) {
    const details = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw badInput('bad-campaign', details.join('; '), details);
  }
  return { campaign: parsed.data, input };
}

/** Whoever asks for another rule does not want the budget that the file or the champion had for its own. */
function withoutForeignBudget(campaign: Partial<Campaign>, { rule = 'budget' }: Partial<Campaign>) {
  if (rule === 'budget') return campaign;
  const { budget: _budget, belowBreakEven: _belowBreakEven, ...others } = campaign;
  return others;
}

/** Of the defaults where nothing was promoted yet. A champion that cannot be read is refused: its campaign would be lost unseen. */
async function campaignOfChampion(layout: ArtifactLayout): Promise<FoundCampaign<Partial<Campaign>>> {
  const [input] = await findChampion(layout);
  if (input === undefined) return { campaign: {}, input: [] };
  const { document } = await loadRegisteredModel(layout, input.sha256);
  return { campaign: document.campaign, input: [input] };
}

async function campaignOfFile(
  from: { readonly file: string } | null,
): Promise<FoundCampaign<Partial<Campaign>>> {
  if (from === null) return { campaign: {}, input: [] };
  const schema = z.strictObject(campaignFields);
  const { value, input } = await readUserDocument('--campaign', 'campaign', from.file, schema);
  return { campaign: value, input: [input] };
}
