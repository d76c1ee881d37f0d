/** The vocabulary: sub-command, file, test, Airflow task and log field carry the same name. */
export const stageNames = [
  'generate',
  'ingest',
  'clean',
  'featurize',
  'train',
  'evaluate',
  'promote',
  'score',
  'drift-check',
  'report',
  'doctor',
] as const;

export type StageName = (typeof stageNames)[number];
