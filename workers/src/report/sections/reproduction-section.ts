import type { Language } from '../language/language.ts';
import { paragraph, type Section } from '../report-document.ts';
import type { ReportInputs } from '../report-inputs.ts';
import { reproducingCommands } from '../reproducing-commands.ts';
import type { Table } from '../table.ts';

export function reproductionSection(inputs: ReportInputs, language: Language): Section {
  const { evaluation, run, artifacts } = inputs;
  const { seed, version, dataset } = evaluation;
  const { reproduction } = language;
  const { facts } = reproduction;
  const refitted = inputs.promotion?.refitted ?? null;
  return {
    id: 'reproduction',
    title: reproduction.title,
    blocks: [
      factsTable(
        [
          [facts.run, run],
          [facts.seed, String(seed)],
          [facts.version, version],
          [facts.featureList, dataset.featureListHash],
          [facts.model, evaluation.winner.modelSha256],
          ...(refitted === null ? [] : [[facts.inService, refitted.modelSha256] as const]),
        ],
        language,
      ),
      paragraph(reproduction.sameAgain),
      { kind: 'commands', lines: reproducingCommands(inputs) },
      artifactsTable(artifacts, language),
    ],
  };
}

function factsTable(facts: readonly (readonly [string, string])[], { reproduction }: Language): Table {
  const { factsColumns } = reproduction;
  return {
    kind: 'table',
    caption: reproduction.factsCaption,
    columns: [{ title: factsColumns.what }, { title: factsColumns.value }],
    rows: facts.map(([name, value]) => [name, [{ code: value }]]),
  };
}

function artifactsTable(
  artifacts: ReportInputs['artifacts'],
  { formats, names, reproduction }: Language,
): Table {
  const columns = reproduction.filesColumns;
  return {
    kind: 'table',
    caption: reproduction.filesCaption,
    columns: [
      { title: columns.file },
      { title: columns.rows, numeric: true },
      { title: columns.size, numeric: true },
      { title: 'SHA-256' },
    ],
    rows: artifacts.map(({ role, rows, bytes, sha256 }) => [
      names.role(role),
      rows === null ? '–' : formats.count(rows),
      formats.byteSize(bytes),
      [{ code: sha256 }],
    ]),
  };
}
