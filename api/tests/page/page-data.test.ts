import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { featureList } from '@churn/shared/features/feature-list';
import { portuguese } from '../../src/page/browser/portuguese.js';
import { englishLabels } from '../../src/page/english-labels.ts';
import { pageData } from '../../src/page/page-data.ts';
import { renderPage } from '../../src/page/render-page.ts';

test('the template uses every label, and a name that is no label is an error', async () => {
  const template = await readFile(join(import.meta.dirname, '../../src/page/page.html'), 'utf8');
  const used = new Set([...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
  expect(used).toEqual(new Set(['data', ...Object.keys(englishLabels)]));
  expect(() => renderPage('{{nothing}}', 'en')).toThrow('expected a label for nothing in en, got none');
});

test('what the code of the page reads comes through the attribute unchanged', () => {
  const page = renderPage('<meta content="{{data}}">', 'pt-BR');
  const content = page
    .slice('<meta content="'.length, -'">'.length)
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  expect(content).not.toBe('');
  expect(JSON.parse(content)).toEqual(pageData('pt-BR'));
});

test('in Portuguese every feature has words, and a reason is told in them', () => {
  const { featureWords } = pageData('pt-BR');
  expect(Object.keys(featureWords)).toEqual(featureList.map(({ name }) => name));
  const reason = { feature: 'days_since_last', description: 'time since the last transaction (12 days)' };
  expect(portuguese.reason({ ...reason, value: 12 }, featureWords)).toMatch(/última transação \(12 dias\)$/);
  expect(portuguese.reason({ ...reason, value: null }, featureWords)).toMatch(/\(desconhecido\)$/);
  const gender = { feature: 'gender', description: 'gender (female)', value: 'female' };
  expect(portuguese.reason(gender, featureWords)).toBe('gênero do cliente (feminino)');
  expect(portuguese.reason({ ...gender, feature: 'of_a_later_version' }, featureWords)).toBeUndefined();
});
