import { bestPossibleAuc } from './best-possible-auc.ts';
import { churnScore } from './churn-score.ts';
import { customerStream } from './customer-stream.ts';
import { drawTransactions } from './draw-transactions.ts';
import { customerLine, customerRow, transactionLine, transactionRow } from './export-rows.ts';
import { customerFaults, linesOf, transactionFaults } from './planted-faults.ts';
import { probabilitiesOfScores } from './probabilities-of-scores.ts';
import { drawCustomer } from './simulated-customer.ts';
import { churnRate, firstDay, lastDay, type SimulationSettings } from './simulation-settings.ts';

const drawing = 0;
const leaving = 1;
const faultsOfCustomer = 2;
const faultsOfTransactions = 3;
const pilotCustomers = 500;

export interface SimulatedTelecom {
  /** Lines of the transactions export, without header, customer by customer; to be used up before the others are asked. */
  readonly transactionLines: Generator<string>;
  readonly customerLines: () => Generator<string>;
  /** Lines `customer_id,churn_probability`. */
  readonly truthLines: () => Generator<string>;
  readonly facts: () => { readonly churned: number; readonly bestPossibleAuc: number };
}

/** A telecom whose customers' true probability of leaving is known. Holds one number a customer, never the transactions. */
export function simulateTelecom(settings: SimulationSettings): SimulatedTelecom {
  const { customers, seed, dirtyShare } = settings;
  const eventsPerDay = calibratedEventsPerDay(settings);
  const scores = new Float64Array(customers);
  function* transactionLines(): Generator<string> {
    for (let index = 0; index < customers; index += 1) {
      const random = customerStream(seed, index, drawing);
      const customer = drawCustomer(random, index);
      const transactions = drawTransactions(random, customer, eventsPerDay);
      scores[index] = churnScore(customer, transactions);
      const faults = customerStream(seed, index, faultsOfTransactions);
      for (const transaction of transactions) {
        const row = transactionRow(customer.customerId, transaction);
        yield* linesOf(row, transactionLine, transactionFaults, faults, dirtyShare);
      }
    }
  }
  let known: Float64Array | undefined;
  const probabilities = () => {
    known ??= probabilitiesOfScores(scores, churnRate);
    return known;
  };
  const hasChurned = (index: number) =>
    customerStream(seed, index, leaving).uniform() < probabilities()[index]!;
  return {
    transactionLines: transactionLines(),
    customerLines: function* () {
      for (let index = 0; index < customers; index += 1) {
        const row = customerRow(drawCustomer(customerStream(seed, index, drawing), index), hasChurned(index));
        const faults = customerStream(seed, index, faultsOfCustomer);
        yield* linesOf(row, customerLine, customerFaults, faults, dirtyShare);
      }
    },
    truthLines: function* () {
      for (let index = 0; index < customers; index += 1) {
        const { customerId } = drawCustomer(customerStream(seed, index, drawing), index);
        yield `${customerId},${probabilities()[index]!.toFixed(6)}`;
      }
    },
    facts: () => ({
      churned: probabilities().reduce((total, _, index) => total + Number(hasChurned(index)), 0),
      bestPossibleAuc: bestPossibleAuc(probabilities()),
    }),
  };
}

/** Events a day of an average customer, such that the pilot's customers have as many as asked for. */
function calibratedEventsPerDay({ customers, transactions, seed }: SimulationSettings): number {
  const wanted = transactions / customers;
  const guess = wanted / (lastDay - firstDay + 1);
  let drawn = 0;
  for (let index = 0; index < pilotCustomers; index += 1) {
    const random = customerStream(seed, index, drawing);
    drawn += drawTransactions(random, drawCustomer(random, index), guess).length;
  }
  return (guess * wanted * pilotCustomers) / Math.max(1, drawn);
}
