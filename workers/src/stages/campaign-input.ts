import { badInput } from '@churn/shared/platform/churn-error';
import { type Campaign, campaignFields, campaignSchema } from '@churn/shared/schema/campaign';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { z } from 'zod';
import { readUserDocument } from '../ingest/read-user-document.ts';

export interface CampaignOptions {
  /** The user's file of the campaign. */
  readonly file: string | null;
  /** What options say; counts more than the file. */
  readonly said: Partial<Campaign>;
}

/** The campaign that file and options say together, and the file as an input of the stage. */
export async function findCampaign({
  file,
  said,
}: CampaignOptions): Promise<{ readonly campaign: Campaign; readonly input: readonly Artifact[] }> {
  const document =
    file === null
      ? undefined
      : await readUserDocument('--campaign', 'campaign', file, z.strictObject(campaignFields));
  const parsed = campaignSchema.safeParse({ ...document?.value, ...said });
  if (!parsed.success) {
    const details = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw badInput('bad-campaign', details.join('; '), details);
  }
  return { campaign: parsed.data, input: document === undefined ? [] : [document.input] };
}
