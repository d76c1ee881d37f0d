import type { CleaningSettings } from '@churn/shared/cleaning/cleaning-settings';
import type { UserRule } from '@churn/shared/cleaning/user-rules';
import type { Replay } from './replay.ts';

export interface CleanSettings extends CleaningSettings {
  /** Whether one of several identical transactions is kept instead of all. */
  readonly dropIdentical: boolean;
  readonly userRules: readonly UserRule[];
  /** Repaired rows of the quarantine. */
  readonly replays: readonly Replay[];
}
