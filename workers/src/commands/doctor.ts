import { z } from 'zod';
import type { StageCommand } from '../stage/stage-command.ts';
import { doctorStage } from '../stages/doctor.ts';

export const doctorCommand: StageCommand<Record<string, never>> = {
  stage: doctorStage,
  summary: 'check whether this machine and the data directory can run the other stages',
  description:
    'Checks Node, libxgboost, DuckDB, the data directory (made where missing, written durably), free disk space, threads, the ' +
    'memory limit, and that the promoted model loads and repeats its golden rows. Exit code 2 where a check fails; the ' +
    'result and the log say of each what was found.',
  options: [],
  schema: z.object({}),
  needsRun: false,
};
