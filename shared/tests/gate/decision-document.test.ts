import { parseDecisionDocument } from '../../src/gate/decision-document.ts';
import { defaultGateSettings } from '../../src/gate/gate-settings.ts';

test('a decision of before models were fitted again is read as one without a refit', () => {
  const before = {
    format: 'churn-decision',
    formatVersion: 1,
    promoted: true,
    modelSha256: 'a'.repeat(64),
    evaluationSha256: 'b'.repeat(64),
    championSha256: null,
    settings: defaultGateSettings,
    decisions: [],
  };
  const read = parseDecisionDocument(JSON.stringify(before), 'the test');
  expect(read).toMatchObject({ refit: null, refitChoice: null });
});
