import type { DeliveredTable } from '../schema/delivered-table.ts';

/**
 * What a rule does with a row it applies to. `quarantine`: set the row aside with the reason. `merge`: drop it, its like is
 * kept. `null`: the value is not known. `fix`: another spelling of the same value. `keep`: count it, change nothing.
 */
export type CleaningAction = 'quarantine' | 'merge' | 'null' | 'fix' | 'keep';

export interface CleaningRule {
  readonly id: string;
  readonly table: DeliveredTable;
  readonly column: string;
  readonly action: CleaningAction;
  /** Why, in one sentence, as it stands beside each row set aside. */
  readonly reason: string;
  /**
   * SQL that is true where the rule applies, over the columns of `read<Table>Sql`; null where the rows are found otherwise
   * (`judgedBy`). A row is set aside by the first rule that applies, in the order of the list.
   */
  readonly condition: string | null;
  /** Who finds the rows where no condition can: the scan of the file, the comparison of rows with each other, a rule of the user. */
  readonly judgedBy?: 'scan' | 'comparison' | 'user';
  /** Share of a file's rows this rule may set aside, where it is not the general budget. */
  readonly budget?: number;
  /** What must be given besides a row for the rule to apply to any: an option, a further column. */
  readonly needs?: string;
}
