import { byteSize, count } from '../format-number.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { reproducingCommands } from '../reproducing-commands.ts';
import type { Table } from '../table.ts';

export function reproductionSection(inputs: ReportInputs): Section {
  const { evaluation, run, artifacts } = inputs;
  const { seed, version, dataset } = evaluation;
  return {
    id: 'reproduction',
    title: 'How to get the same again',
    blocks: [
      factsTable([
        ['Run', run],
        ['Seed', String(seed)],
        ['Version of the code', version],
        ['Feature list', dataset.featureListHash],
        ['Chosen model', evaluation.winner.modelSha256],
      ]),
      paragraph(
        'The same files, options, seed and code give the same bytes. Options of ingest, clean and evaluate that were given by hand are not repeated here.',
      ),
      { kind: 'commands', lines: reproducingCommands(inputs) },
      artifactsTable(artifacts),
    ],
  };
}

function factsTable(facts: readonly (readonly [string, string])[]): Table {
  return {
    kind: 'table',
    caption: 'What the run was',
    columns: [{ title: 'What' }, { title: 'Value' }],
    rows: facts.map(([name, value]) => [name, [{ code: value }]]),
  };
}

function artifactsTable(artifacts: ReportInputs['artifacts']): Table {
  return {
    kind: 'table',
    caption: 'Files that this report was made from',
    columns: [
      { title: 'File' },
      { title: 'Rows', numeric: true },
      { title: 'Size', numeric: true },
      { title: 'SHA-256' },
    ],
    rows: artifacts.map(({ role, rows, bytes, sha256 }) => [
      role,
      rows === null ? '–' : count(rows),
      byteSize(bytes),
      [{ code: sha256 }],
    ]),
  };
}
