import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findStageResult } from '@churn/shared/artifacts/find-stage-result';
import { checkBudgetNames } from '../clean/check-budgets.ts';
import { cleanAndWrite } from '../clean/clean-and-write.ts';
import type { CleanOptions } from '../clean/clean-options.ts';
import { readUserFiles } from '../clean/user-files.ts';
import { onceARun } from '../stage/once-a-run.ts';
import type { Stage, StageContext } from '../stage/stage.ts';

const userFiles = onceARun(({ options }: StageContext<CleanOptions>) => readUserFiles(options));

/** Delivered bytes in, typed and unified tables out; what fails is set aside with line number, text and reason. */
export const cleanStage: Stage<CleanOptions> = {
  name: 'clean',
  cacheable: true,
  // The files of the user count by their content, which is among the inputs.
  cacheOptions: ({ rules: _rules, replay: _replay, ...options }) => options,
  findInputs: async (context) => {
    const { layout, run, options } = context;
    const { rules, inputs } = await userFiles(context);
    checkBudgetNames(rules, options.budgets);
    const { outputs } = await findStageResult(layout, run, 'ingest');
    return [...outputs, ...inputs];
  },
  execute: async (context, inputs) => {
    const files = await userFiles(context);
    const stored = inputs.filter((input) => !files.inputs.includes(input));
    const folder = join(context.layout.temporaryDirectory, `clean-${randomUUID()}`);
    await mkdir(folder, { recursive: true });
    try {
      return await cleanAndWrite(context, files, stored, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
