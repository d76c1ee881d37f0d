import { bestPossibleAuc } from './best-possible-auc.ts';
import { churnScore } from './churn-score.ts';
import { customerFaults } from './customer-faults.ts';
import { customerStream } from './customer-stream.ts';
import { drawTransactions } from './draw-transactions.ts';
import { driftCustomer } from './drift-customer.ts';
import { driftTransactions } from './drift-transactions.ts';
import { driftOf } from './drifts.ts';
import { customerLine, customerRow, transactionLine, transactionRow } from './export-rows.ts';
import { type DeliveredLine, FaultPlanter } from './fault.ts';
import { probabilitiesOfScores } from './probabilities-of-scores.ts';
import { drawCustomer } from './simulated-customer.ts';
import { firstDay, lastDay } from './simulated-period.ts';
import { churnRate, type SimulationSettings } from './simulation-settings.ts';
import { transactionFaults } from './transaction-faults.ts';

/** What the random numbers of a customer are for (`customerStream`). */
const purposes = { drawing: 0, leaving: 1, customerFaults: 2, transactionFaults: 3, drift: 4 } as const;
const pilotCustomers = 500;

export interface SimulatedTelecom {
  /** Lines of the transactions export, without header, customer by customer; to be used up before the others are asked. */
  readonly transactionLines: Generator<DeliveredLine>;
  readonly customerLines: () => Generator<DeliveredLine>;
  /** Lines `customer_id,churn_probability`. */
  readonly truthLines: () => Generator<string>;
  readonly facts: () => { readonly churned: number; readonly bestPossibleAuc: number };
}

/** A telecom whose customers' true probability of leaving is known. Holds one number a customer, never the transactions. */
export function simulateTelecom(settings: SimulationSettings): SimulatedTelecom {
  const { customers, seed, dirtyShare } = settings;
  const drift = driftOf(settings.drift);
  const eventsPerDay = calibratedEventsPerDay(settings);
  const scores = new Float64Array(customers);
  const stream = (index: number, purpose: keyof typeof purposes) =>
    customerStream(seed, index, purposes[purpose]);
  const draw = (index: number) => {
    const drawing = stream(index, 'drawing');
    const drifting = stream(index, 'drift');
    return { customer: driftCustomer(drawCustomer(drawing, index), drift, drifting), drawing, drifting };
  };
  function* transactionLines(): Generator<DeliveredLine> {
    const planter = new FaultPlanter(transactionFaults, transactionLine, dirtyShare);
    for (let index = 0; index < customers; index += 1) {
      const { customer, drawing, drifting } = draw(index);
      const drawn = drawTransactions(drawing, customer, eventsPerDay);
      const transactions = driftTransactions(drawn, drift, drifting);
      scores[index] = churnScore(customer, transactions, drift);
      const faults = stream(index, 'transactionFaults');
      for (const transaction of transactions) {
        yield* planter.linesOf(transactionRow(customer.customerId, transaction, drift), customer, faults);
      }
    }
  }
  let known: Float64Array | undefined;
  const probabilities = () => {
    known ??= probabilitiesOfScores(scores, drift.churnRate ?? churnRate);
    return known;
  };
  const hasChurned = (index: number) => stream(index, 'leaving').uniform() < probabilities()[index]!;
  return {
    transactionLines: transactionLines(),
    customerLines: function* () {
      const planter = new FaultPlanter(customerFaults, customerLine, dirtyShare);
      for (let index = 0; index < customers; index += 1) {
        const { customer } = draw(index);
        const row = customerRow(customer, hasChurned(index));
        yield* planter.linesOf(row, customer, stream(index, 'customerFaults'));
      }
    },
    truthLines: function* () {
      for (let index = 0; index < customers; index += 1) {
        yield `${draw(index).customer.customerId},${probabilities()[index]!.toFixed(6)}`;
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
    const random = customerStream(seed, index, purposes.drawing);
    drawn += drawTransactions(random, drawCustomer(random, index), guess).length;
  }
  return (guess * wanted * pilotCustomers) / Math.max(1, drawn);
}
