import type { TableMapping } from '@churn/shared/dialect/column-mapping';
import type { Compression, Encoding } from '@churn/shared/dialect/dialect';
import { EncodingJudge } from '@churn/shared/dialect/encoding-judge';
import { ChurnError } from '@churn/shared/platform/churn-error';
import type { DeliveredTable } from '@churn/shared/schema/delivered-table';
import { CsvEvidence } from './csv-evidence.ts';
import type { FileFindings, UnreadableFile } from './file-findings.ts';
import type { ToldDialect } from './told-dialect.ts';
import { Transcoder } from './transcoder.ts';
import { wideEncodingOf } from './wide-encoding.ts';

/** Reads the unpacked bytes of a CSV once, and finds out how it is written and what is wrong with it as a whole. */
export async function examineCsv(
  table: DeliveredTable,
  bytes: AsyncIterable<Uint8Array>,
  compression: Compression,
  told: ToldDialect,
  mapping: TableMapping,
): Promise<FileFindings | UnreadableFile> {
  const evidence = new CsvEvidence(table, told, mapping);
  const judge = new EncodingJudge();
  let wide: Encoding | undefined;
  let transcoder: Transcoder | undefined;
  let isStarted = false;
  try {
    for await (const chunk of bytes) {
      if (!isStarted) {
        isStarted = true;
        wide = wideEncoding(chunk, told.encoding);
        if (wide !== undefined) transcoder = new Transcoder(wide);
      }
      if (transcoder === undefined) judge.feed(chunk);
      evidence.feed(transcoder?.feed(chunk) ?? chunk);
    }
    if (transcoder !== undefined) evidence.feed(transcoder.finish());
    evidence.finish();
  } catch (error) {
    return { problems: [readingProblem(error, compression)] };
  }
  const { encoding, problems } = judge.finish(told.encoding ?? undefined);
  // Bytes that are no text have no header to complain about.
  return problems.length > 0 ? { problems } : conclude(evidence, compression, wide ?? encoding);
}

function conclude(
  evidence: CsvEvidence,
  compression: Compression,
  encoding: Encoding,
): FileFindings | UnreadableFile {
  const { header, quote, rows, dates, amounts } = evidence;
  if (header === undefined || !evidence.hasHeader) {
    return { problems: ['expected a header line, found none'] };
  }
  const problems = [...header.matched.problems];
  if (rows === 0) problems.push('expected rows after the header, found none');
  if (problems.length > 0) return { problems };
  const isAsRead = compression === 'none' && encoding === 'utf-8';
  const isSound = isAsRead && evidence.isSound;
  const brokenLines = isAsRead ? evidence.brokenLines : null;
  const csv = { compression, encoding, delimiter: header.delimiter, quote, isSound, brokenLines };
  return { rows, header: header.names, matched: header.matched, dates, amounts, csv };
}

function wideEncoding(start: Uint8Array, told: Encoding | null): Encoding | undefined {
  if (told === null) return wideEncodingOf(start);
  return told === 'utf-16le' || told === 'utf-16be' ? told : undefined;
}

function readingProblem(error: unknown, compression: Compression): string {
  if (error instanceof ChurnError) return error.message;
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (code === undefined || name === 'AbortError') throw error;
  const expected = compression === 'none' ? 'a readable file' : `a whole ${compression} file`;
  return `expected ${expected}, got ${code}: ${message}`;
}
