import type { StageName } from '@churn/shared/schema/stage-name';
import type { StageCommand } from '../stage/stage-command.ts';

/**
 * Every stage of `churn`, in the order of the pipeline. Each is loaded when it is asked for: what trains models or draws
 * charts must not slow down the start of a stage that only reads files.
 */
const loaders: Readonly<Record<StageName, () => Promise<StageCommand<unknown>>>> = {
  generate: async () => (await import('./generate.ts')).generateCommand,
  ingest: async () => (await import('./ingest.ts')).ingestCommand,
  clean: async () => (await import('./clean.ts')).cleanCommand,
  featurize: async () => (await import('./featurize.ts')).featurizeCommand,
  train: async () => (await import('./train.ts')).trainCommand,
  evaluate: async () => (await import('./evaluate.ts')).evaluateCommand,
  promote: async () => (await import('./promote.ts')).promoteCommand,
  rollback: async () => (await import('./rollback.ts')).rollbackCommand,
  score: async () => (await import('./score.ts')).scoreCommand,
  'drift-check': async () => (await import('./drift-check.ts')).driftCheckCommand,
  models: async () => (await import('./models.ts')).modelsCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
};

/** The command that the command line begins with; all of them where it begins with none (`churn --help`). */
export async function loadStageCommands(argv: readonly string[]): Promise<StageCommand<unknown>[]> {
  const named = Object.entries(loaders).filter(([name]) => name === argv[0]);
  const wanted = named.length > 0 ? named.map(([, load]) => load) : Object.values(loaders);
  return Promise.all(wanted.map((load) => load()));
}
