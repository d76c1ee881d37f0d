import type { CleaningRule } from './cleaning-rule.ts';
import { customerRules } from './customer-rules.ts';
import { transactionRules } from './transaction-rules.ts';

/** Every rule of cleaning, in the order in which rules are asked. */
export const cleaningRules: readonly CleaningRule[] = [...customerRules, ...transactionRules];
