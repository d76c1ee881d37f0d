import { makeModelCard } from '../../src/report/card/make-model-card.ts';
import { languageOf } from '../../src/report/language/language-of.ts';
import type { LanguageTag } from '../../src/report/language/language-tag.ts';
import { renderMarkdown } from '../../src/report/markdown/render-markdown.ts';
import type { ReportInputs } from '../../src/report/report-inputs.ts';
import { englishWordsIn } from './english-words.ts';
import { exampleInputs } from './example-inputs.ts';

const cardOf = (inputs: ReportInputs, tag: LanguageTag = 'en') =>
  renderMarkdown(makeModelCard(inputs, null, languageOf(tag)));

test('the card has the sections of Mitchell et al., with measures, their intervals and the parts of the customers', () => {
  const card = cardOf(exampleInputs());
  const titles = [...card.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(titles).toEqual([
    'The model',
    'Intended use',
    'Data',
    'Measures',
    'Parts of the customers',
    'Limits',
    'Ethical notes',
  ]);
  expect(card).toMatch(/\| ROC AUC \| \*\*0\.8\d\d\*\* \| 0\.\d{3} to 0\.\d{3} \|/);
  expect(card).toContain('| under half a year | 300 | 90 |');
  expect(card).toContain('It learned from 3,000 rows, 690 of them leavers');
});

test('age and gender are named where the model uses them, and said to be unused where it does not', () => {
  expect(cardOf(exampleInputs())).toContain("The model uses the customer's age, the customer's gender and");
  const inputs = exampleInputs();
  const { evaluation } = inputs;
  const dataset = { ...evaluation.dataset, featureNames: ['days_since_last'] };
  expect(cardOf({ ...inputs, evaluation: { ...evaluation, dataset } })).toContain(
    'The model uses neither age nor gender nor region.',
  );
});

test('the Portuguese card has no English sentence', () => {
  const card = cardOf(exampleInputs(), 'pt-BR');
  expect(card).toContain('# Cartão do modelo: modelo de churn');
  expect(englishWordsIn(card.replace(/`[^`]*`|“Model Cards for Model Reporting”/g, ''))).toEqual([]);
});
