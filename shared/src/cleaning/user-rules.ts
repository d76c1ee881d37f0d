import { z } from 'zod';
import { parseDay } from '../platform/calendar-day.ts';
import type { CleaningRule } from './cleaning-rule.ts';
import { cleaningRules } from './cleaning-rules.ts';

/** What a value of a column is; a check must be one of its kind. */
export type ValueKind = 'text' | 'number' | 'day';

/** The columns that rules of a user may check, by table; one that is `required` cannot be emptied. */
export const checkedColumns = {
  customers: {
    customer_id: { kind: 'text', required: true },
    age: { kind: 'number', required: false },
    gender: { kind: 'text', required: false },
    signup_date: { kind: 'day', required: false },
    region: { kind: 'text', required: false },
    churn: { kind: 'number', required: false },
  },
  transactions: {
    customer_id: { kind: 'text', required: true },
    transaction_date: { kind: 'day', required: true },
    amount: { kind: 'number', required: true },
    service: { kind: 'text', required: false },
  },
} as const satisfies Record<string, Record<string, { kind: ValueKind; required: boolean }>>;

/** The checks that a value of a kind may have. */
export const checksOfKind: Readonly<Record<ValueKind, readonly string[]>> = {
  text: ['required', 'pattern', 'oneOf'],
  number: ['required', 'min', 'max', 'oneOf'],
  day: ['required', 'notBefore', 'notAfter'],
};

const daySchema = z.string().refine((text) => parseDay(text) !== undefined, 'expected a day as YYYY-MM-DD');

const checkSchema = z
  .strictObject({
    /** The value must be there; every other check lets an empty value pass. */
    required: z.literal(true).optional(),
    /** Smallest and largest number; of amounts, in currency units. */
    min: z.number().optional(),
    max: z.number().optional(),
    notBefore: daySchema.optional(),
    notAfter: daySchema.optional(),
    /** Regular expression (RE2) of the whole value, in the spelling that cleaning gives it. */
    pattern: z.string().min(1).optional(),
    oneOf: z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .optional(),
  })
  .refine((check) => Object.keys(check).length > 0, 'expected at least one check');

const userRuleSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{2,63}$/, 'expected lower-case letters, digits and hyphens, at least 3'),
    table: z.enum(['customers', 'transactions']),
    column: z.string(),
    check: checkSchema,
    /** What becomes of a row that fails the check. */
    action: z.enum(['quarantine', 'null', 'keep']),
    reason: z.string().min(1),
    budget: z.number().min(0).max(1).optional(),
  })
  .superRefine(({ id, table, column, check, action, budget }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (cleaningRules.some((rule) => rule.id === id))
      complain('id', `expected an id of your own, ${id} is built in`);
    const columns: Readonly<Record<string, { kind: ValueKind; required: boolean }>> = checkedColumns[table];
    const known = columns[column];
    if (known === undefined) {
      complain('column', `expected one of ${Object.keys(columns).join(', ')}, got ${column}`);
      return;
    }
    const possible = checksOfKind[known.kind];
    for (const name of Object.keys(check).filter((key) => !possible.includes(key))) {
      complain('check', `expected of ${column} (${known.kind}) one of ${possible.join(', ')}, got ${name}`);
    }
    const type = known.kind === 'number' ? 'number' : 'string';
    if (check.oneOf?.some((value) => typeof value !== type))
      complain('check', `expected in oneOf values of type ${type}`);
    if (action === 'null' && known.required)
      complain('action', `expected quarantine or keep, ${column} cannot be emptied`);
    if (action !== 'quarantine' && budget !== undefined)
      complain('budget', 'expected no budget: no row is set aside');
  });

export type UserRule = Readonly<z.infer<typeof userRuleSchema>>;

/** A user's file of rules. */
export const userRulesSchema = z
  .strictObject({ rules: z.array(userRuleSchema).min(1) })
  .superRefine(({ rules }, context) => {
    rules.forEach(({ id }, index) => {
      if (rules.findIndex((rule) => rule.id === id) === index) return;
      context.addIssue({
        code: 'custom',
        path: ['rules', index, 'id'],
        message: `expected each id once, got ${id} again`,
      });
    });
  });

/** The rule as it stands in reports beside the built-in ones. */
export function asCleaningRule({ id, table, column, action, reason, budget }: UserRule): CleaningRule {
  const named = { id, table, column, action, reason, condition: null, judgedBy: 'user' } as const;
  return budget === undefined ? named : { ...named, budget };
}
