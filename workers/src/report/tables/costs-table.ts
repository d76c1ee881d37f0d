import type { Candidate } from '@churn/shared/artifacts/candidate';
import type { Language } from '../language/language.ts';
import type { ReportInputs } from '../report-inputs.ts';
import type { Table } from '../table.ts';

/** What each candidate costs: time to fit, time to score one customer, bytes. */
export function costsTable(
  candidates: readonly Candidate[],
  costs: ReportInputs['costs'],
  { choice, formats, names }: Language,
): Table {
  const { byteSize, microseconds, seconds } = formats;
  const columns = choice.costsColumns;
  return {
    kind: 'table',
    caption: choice.costsCaption,
    columns: [
      { title: choice.leaderboardColumns.candidate },
      { title: columns.calibration },
      { title: columns.fit, numeric: true },
      { title: columns.medianLatency, numeric: true },
      { title: columns.p99Latency, numeric: true },
      { title: columns.size, numeric: true },
    ],
    rows: candidates.map(({ family, calibration, bytes }) => {
      const cost = costs.get(family);
      return [
        names.families[family],
        names.calibrations[calibration],
        seconds(cost?.fitSeconds ?? null),
        microseconds(cost?.medianMicroseconds ?? null),
        microseconds(cost?.p99Microseconds ?? null),
        byteSize(bytes),
      ];
    }),
  };
}
