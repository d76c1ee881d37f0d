import type { CsvDialect } from '@churn/shared/dialect/dialect';
import { deliveredBytes } from './delivered-bytes.ts';
import { Transcoder } from './transcoder.ts';

/** The text of a delivered file in UTF-8, whatever it is encoded in. */
export async function* deliveredText(
  path: string,
  { compression, encoding }: Pick<CsvDialect, 'compression' | 'encoding'>,
): AsyncGenerator<Uint8Array> {
  const bytes = deliveredBytes(path, compression);
  if (encoding === 'utf-8') {
    yield* bytes;
    return;
  }
  const transcoder = new Transcoder(encoding);
  for await (const chunk of bytes) yield transcoder.feed(chunk);
  yield transcoder.finish();
}
