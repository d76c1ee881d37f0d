import type { DatasetDescription } from '@churn/shared/artifacts/dataset-description';
import { hasTrials } from '@churn/shared/artifacts/search-history';
import { dayText, parseDay } from '@churn/shared/platform/calendar-day';
import { isSingleFamily } from '@churn/shared/schema/model-family-name';
import { campaignFlags } from './campaign-flags.ts';
import type { ReportInputs } from './report-inputs.ts';

/** The command lines that compute the run again, in order. */
export function reproducingCommands({
  run,
  evaluation,
  cleaning,
  searches,
  promotion,
}: ReportInputs): string[] {
  const { seed, dataset, campaign, candidates } = evaluation;
  const inRun = `--run ${run}`;
  const families = candidates.map(({ family }) => family);
  // A blend is made of the others.
  const train = [
    ...families.filter(isSingleFamily),
    ...families.filter((family) => !isSingleFamily(family)),
  ].map((family) => {
    const search = isSingleFamily(family) ? searches.find((one) => one.family === family) : undefined;
    const budget =
      search === undefined ? '' : hasTrials(search) ? ` --trials ${search.trials.length}` : ' --search reuse';
    return `churn train ${inRun} --seed ${seed} --family ${family}${budget} ${campaignFlags(campaign)}`;
  });
  return [
    `churn ingest ${inRun} --customers ${quoted(cleaning.customers.file)} --transactions ${quoted(cleaning.transactions.file)}`,
    `churn clean ${inRun}`,
    `churn featurize ${inRun} ${featurizeOptions(dataset)}`,
    ...train,
    `churn evaluate ${inRun} --seed ${seed}`,
    `churn promote ${inRun}${refitOption(promotion)}`,
    `churn report ${inRun}`,
  ];
}

/** Other options of the gate decide whether there is a promotion, not of what. */
function refitOption(promotion: ReportInputs['promotion']): string {
  const choice = promotion?.decision?.refitChoice ?? 'auto';
  return choice === 'auto' ? '' : ` --refit ${choice}`;
}

function featurizeOptions({ labelling, asOf, asOfInGap, split }: DatasetDescription): string {
  const days = [...asOf, ...asOfInGap].sort();
  const every = days.length === 1 ? '' : ` --every ${parseDay(days[1]!)! - parseDay(days[0]!)!}`;
  const { mode, horizonDays, lookbackDays, gapDays } = labelling;
  // With a gap, as-of is the day of the flags, and the recorded dates are those on which features end.
  const asOfDay = dayText(parseDay(days.at(-1)!)! + (gapDays ?? 0));
  const gap = gapDays === undefined ? '' : ` --gap ${gapDays}`;
  return (
    `--label ${mode} --horizon ${horizonDays} --lookback ${lookbackDays ?? 'all'} --as-of ${asOfDay}${gap} ` +
    `--snapshots ${days.length}${every} --split ${split}`
  );
}

/** As a POSIX shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
