import { syntheticCustomers } from '../models/synthetic-customers.ts';

export const rows = syntheticCustomers(1_200, 5);

const indices = Int32Array.from(rows.labels.keys());

/** Three folds of 800 rows to fit on and 400 to judge by. */
export const folds = [0, 1, 2].map((fold) => ({
  fit: indices.filter((row) => row % 3 !== fold),
  judge: indices.filter((row) => row % 3 === fold),
}));
