/** The vocabulary: sub-command, file, test, Airflow task and log field carry the same name. */
export const stageNames = [
  'generate',
  'ingest',
  'clean',
  'featurize',
  'train',
  'evaluate',
  'promote',
  'rollback',
  'score',
  'drift-check',
  'report',
  'models',
  'doctor',
] as const;

export type StageName = (typeof stageNames)[number];

export function isStageName(text: string): text is StageName {
  return (stageNames as readonly string[]).includes(text);
}
