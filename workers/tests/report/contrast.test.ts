import { pageStyle } from '../../src/report/html/page-style.ts';

type Colours = ReadonlyMap<string, string>;

/** Variables of the first block that follows a rule's beginning. */
function coloursAfter(beginning: string): Colours {
  const block = pageStyle.slice(pageStyle.indexOf(beginning)).split('}')[0]!;
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name!, hex!]));
}

/** Of a colour as in WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const schemes: readonly (readonly [string, Colours])[] = [
  ['light', coloursAfter(':root {')],
  ['dark', coloursAfter('prefers-color-scheme: dark')],
];

test('black on white has the contrast that WCAG gives it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each(schemes)('%s: texts stand out from paper and shade by 4.5 (AA)', (_, colours) => {
  for (const name of ['ink', 'soft', 'link', 'good', 'care', 'bad']) {
    for (const ground of ['paper', 'shade']) {
      const found = contrast(colours.get(name)!, colours.get(ground)!);
      expect([name, ground, found >= 4.5]).toEqual([name, ground, true]);
    }
  }
});

test.each(schemes)('%s: lines, dots and axes of charts stand out from the paper by 3 (AA)', (_, colours) => {
  const drawn = [...colours.keys()].filter((name) => /^(series|value)-|^axis$/.test(name));
  expect(drawn).toHaveLength(10);
  for (const name of drawn) {
    expect([name, contrast(colours.get(name)!, colours.get('paper')!) >= 3]).toEqual([name, true]);
  }
});

test('both schemes define the same colours', () => {
  const [[, light], [, dark]] = schemes as [(typeof schemes)[0], (typeof schemes)[0]];
  expect([...dark.keys()]).toEqual([...light.keys()]);
});
