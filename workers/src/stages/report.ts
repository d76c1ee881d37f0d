import { parseEvaluationDocument } from '@churn/shared/artifacts/evaluation-document';
import { parseDocument } from '@churn/shared/artifacts/parse-document';
import { parseSearchHistory } from '@churn/shared/artifacts/search-history';
import { cleaningReportSchema } from '@churn/shared/cleaning/cleaning-report';
import { parseDecisionDocument } from '@churn/shared/gate/decision-document';
import type { Artifact } from '@churn/shared/schema/stage-result';
import { costsOfRecord } from '../evaluate/candidate-costs.ts';
import { makeModelCard } from '../report/card/make-model-card.ts';
import { findingsOf } from '../report/findings.ts';
import { judgeModel } from '../report/judge-model.ts';
import { english } from '../report/language/english.ts';
import { languageOf } from '../report/language/language-of.ts';
import type { LanguageTag } from '../report/language/language-tag.ts';
import { makeReport } from '../report/make-report.ts';
import { renderMarkdown } from '../report/markdown/render-markdown.ts';
import { renderReport } from '../report/render-report.ts';
import type { ReportInputs } from '../report/report-inputs.ts';
import { promotionOf } from '../report/reported-promotion.ts';
import {
  findReportedStages,
  namedArtifacts,
  type ReportedStages,
  reportedArtifacts,
} from '../report/reported-stages.ts';
import { plainText } from '../report/table.ts';
import { copyToOutFile, requireOutFile } from '../stage/out-file.ts';
import type { Stage, StageContext } from '../stage/stage.ts';

export interface ReportOptions {
  /** File for a copy of the page. */
  readonly out: string | null;
  readonly language: LanguageTag;
  /** File for a copy of the model card. */
  readonly card: string | null;
  /** Whom to ask about the model; null where nobody is named. */
  readonly contact: string | null;
}

/**
 * Tells in words, tables and charts what a run has found, and what to know of its winner on a model card. Never answered from the cache: the page names its run, and
 * `--out` lies outside the data directory.
 */
export const reportStage: Stage<ReportOptions> = {
  name: 'report',
  cacheable: false,
  findInputs: async (context) => reportedArtifacts(await findReportedStages(context)),
  execute: async (context, inputs) => {
    const { store, options, signal } = context;
    const out = options.out === null ? null : await requireOutFile('--out', options.out);
    const card = options.card === null ? null : await requireOutFile('--card', options.card);
    const stages = await findReportedStages(context);
    const read = await readReportInputs(context, stages, inputs);
    const language = languageOf(options.language);
    const document = makeReport(read, language);
    const page = await renderReport(document, signal);
    const report = await store.addText({ folder: 'reports', role: 'report', extension: 'html' }, page);
    const markdown = await store.addText(
      { folder: 'reports', role: 'report-markdown', extension: 'md' },
      renderMarkdown(document),
    );
    const modelCard = await store.addText(
      { folder: 'reports', role: 'model-card', extension: 'md' },
      renderMarkdown(makeModelCard(read, options.contact, language)),
    );
    if (out !== null) await copyToOutFile(store.absolutePath(report), out);
    if (card !== null) await copyToOutFile(store.absolutePath(modelCard), card);
    // In English whatever the page's language: a result is read by programs, too.
    const { label, headline, reserves } = judgeModel(findingsOf(read.evaluation), english);
    return {
      outputs: [report, markdown, modelCard],
      metrics: {
        trusted: label,
        verdict: headline,
        reserves: reserves.map(plainText),
        modelSha256: read.evaluation.winner.modelSha256,
        gate: read.promotion?.outcome ?? 'not asked',
      },
    };
  },
};

async function readReportInputs(
  { store, run }: StageContext<ReportOptions>,
  stages: ReportedStages,
  inputs: readonly Artifact[],
): Promise<ReportInputs> {
  const read = async <T>(artifact: Artifact, parse: (text: string, where: string) => T): Promise<T> => {
    await store.verify(artifact);
    return parse(await store.readText(artifact), artifact.path);
  };
  const inputOf = (wanted: string) => inputs.find(({ role }) => role === wanted)!;
  const searches = inputs.filter(({ role }) => role.startsWith('search-'));
  const decision = inputs.find(({ role }) => role === 'decision');
  return {
    run,
    evaluation: await read(inputOf('evaluation'), parseEvaluationDocument),
    cleaning: await read(inputOf('cleaning-report'), (text, where) =>
      parseDocument(cleaningReportSchema, 'cleaning-report', text, where),
    ),
    searches: await Promise.all(searches.map((search) => read(search, parseSearchHistory))),
    promotion: promotionOf(
      stages.promote,
      decision === undefined ? undefined : await read(decision, parseDecisionDocument),
    ),
    costs: costsOfRecord(stages.evaluate),
    artifacts: namedArtifacts(stages),
  };
}
