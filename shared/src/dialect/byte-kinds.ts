export const ordinaryByte = 0;
export const delimiterByte = 1;
const quoteByte = 2;
export const lineFeedByte = 3;
export const carriageReturnByte = 4;
export const controlByte = 5;

export const lineFeed = 10;
export const carriageReturn = 13;

/** Control characters that are ordinary text: tab, line breaks, vertical tab, form feed, escape. */
const textControls = [9, 10, 11, 12, 13, 27];

/** What each byte is to a scan of records. `quote` is -1 where no field is quoted. */
export function byteKinds(delimiter: number, quote: number): Uint8Array {
  const kinds = new Uint8Array(256).fill(ordinaryByte);
  for (let byte = 0; byte < 32; byte += 1) if (!textControls.includes(byte)) kinds[byte] = controlByte;
  kinds[lineFeed] = lineFeedByte;
  kinds[carriageReturn] = carriageReturnByte;
  kinds[delimiter] = delimiterByte;
  if (quote >= 0) kinds[quote] = quoteByte;
  return kinds;
}
