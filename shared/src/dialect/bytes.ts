export const lineFeed = 10;
export const carriageReturn = 13;
/** Bytes below are control characters. */
export const firstPrintable = 32;

/** Control characters that are ordinary text: tab, line breaks, vertical tab, form feed, escape. */
const textControls = [9, 10, 11, 12, 13, 27];

/** 1 for each byte that text does not hold. */
export const isControl = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < firstPrintable && !textControls.includes(byte) ? 1 : 0,
);
