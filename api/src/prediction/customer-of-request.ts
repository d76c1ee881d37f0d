import { dayNumber } from '@churn/shared/platform/calendar-day';
import { canonicalGender, canonicalRegion, canonicalService } from '@churn/shared/schema/canonical-values';
import type { Customer } from '@churn/shared/schema/customer';
import type { Transaction } from '@churn/shared/schema/transaction';
import { amountMinor } from './amount-minor.ts';
import type { CustomerRequest } from './predict-request.ts';

/** The validated customer in the canonical spelling that cleaning gives the rows the model was trained on. */
export function customerOfRequest(request: CustomerRequest): Customer {
  const { customer } = request;
  return {
    customerId: customer.customerId,
    age: customer.age ?? null,
    gender: canonical(canonicalGender, customer.gender),
    signupDay: customer.signupDate == null ? null : dayNumber(customer.signupDate),
    region: canonical(canonicalRegion, customer.region),
  };
}

export function transactionsOfRequest(request: CustomerRequest): Transaction[] {
  return request.transactions.map((transaction) => ({
    day: dayNumber(transaction.date),
    amountMinor: amountMinor(transaction.amount)!,
    service: canonical(canonicalService, transaction.service),
  }));
}

function canonical(canonicalise: (text: string) => string | null, text: string | null | undefined) {
  return text == null ? null : canonicalise(text);
}
