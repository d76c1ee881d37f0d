import type { AmountVotes } from '@churn/shared/dialect/amount-votes';
import type { DateVotes } from '@churn/shared/dialect/date-votes';
import type { CsvDialect } from '@churn/shared/dialect/dialect';
import type { MatchedColumns } from '@churn/shared/dialect/match-columns';

/** What a delivered file shows of itself, read once from start to end. */
export interface FileFindings {
  readonly rows: number;
  readonly header: readonly string[];
  readonly matched: MatchedColumns;
  readonly dates: DateVotes;
  readonly amounts: AmountVotes;
  /** Null for Parquet. */
  readonly csv: CsvDialect | null;
}

/** Or what keeps it from being read: one sentence a problem. */
export interface UnreadableFile {
  readonly problems: readonly string[];
}
