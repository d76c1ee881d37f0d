import { gainText } from '../../src/gate/gate-text.ts';

test.each([
  [{ value: 0.02, lower: 0.01, upper: 0.03 }, 'one lower by 0.0200 (0.0100 to 0.0300)'],
  [{ value: -0.0289, lower: -0.05, upper: 0.01 }, 'one higher by 0.0289 (-0.0100 to 0.0500)'],
  [{ value: -0.1, lower: null, upper: null }, 'one higher by 0.1000 (no value to no value)'],
  [{ value: null, lower: null, upper: null }, 'no comparison'],
  [null, 'no comparison'],
])('a gain of %j is told as %s', (gain, told) => {
  expect(gainText(gain)).toBe(told);
});
