import { goToAnswer, showAnswer, showAnswerProblem, showAsking, showOutdated } from './answer-panel.js';
import { askApi } from './ask-api.js';
import { asksForKey } from './asks-for-key.js';
import { curlCommand } from './curl-command.js';
import { byId, element } from './element.js';
import { english } from './english.js';
import { followModel } from './follow-model.js';
import { KeptKey } from './kept-key.js';
import { hideModel, showModel, showModelStatus } from './model-panel.js';
import { portuguese } from './portuguese.js';
import { problemWords } from './problem-words.js';
import { QuestionForm } from './question-form.js';

/** @import { ModelAnswer } from '../../model/model-answer.ts' */
/** @import { PredictionAnswer } from '../../prediction/prediction-answer.ts' */
/** @import { PageData } from '../page-data.ts' */

const words = document.documentElement.lang === portuguese.tag ? portuguese : english;
const { example, featureWords } = /** @type {PageData} */ (
  JSON.parse(document.querySelector('meta[name="page-data"]')?.getAttribute('content') ?? '{}')
);
const key = new KeptKey();
const keyForm = byId('key-form', HTMLFormElement);
keyForm.hidden = key.value === undefined;
const form = new QuestionForm(words);
/** @type {ModelAnswer | undefined} */
let model;
let modelProblem = false;
let asking = false;
let refusedForKey = false;

/** @param {Parameters<typeof problemWords>[0]} problem */
function inWords(problem) {
  if (asksForKey(problem)) keyForm.hidden = false;
  const known = { hasKey: key.value !== undefined, lookbackDays: model?.labelling.lookbackDays };
  return problemWords(problem, words, known);
}

const look = followModel((path) => askApi(path, { key: key.value }), {
  show: (served, replaces) => {
    model = served;
    modelProblem = false;
    showModel(served, words);
    showModelStatus(replaces ? words.model.replaced : words.model.follows);
  },
  unchanged: () => {
    if (modelProblem) showModelStatus(words.model.follows);
    modelProblem = false;
  },
  explain: (problem) => {
    const { text, english: detail } = inWords(problem);
    modelProblem = true;
    if (problem.document?.type?.endsWith(':no-champion')) {
      model = undefined;
      hideModel();
    }
    showModelStatus(detail === undefined ? text : `${text} ${detail}`);
  },
});

async function ask() {
  if (asking) return;
  asking = true;
  form.clearErrors();
  showAsking(words.answer.asking);
  const question = form.read();
  byId('curl', HTMLElement).textContent = curlCommand(new URL('v1/predict', location.href).href, question);
  const { body, problem } = await askApi('v1/predict', { key: key.value, body: question });
  asking = false;
  refusedForKey = problem !== undefined && asksForKey(problem);
  if (problem) {
    const { text, english: detail } = inWords(problem);
    showAnswerProblem(text, detail);
    if (refusedForKey) byId('key', HTMLInputElement).focus();
    else if (problem.document?.errors) form.showErrors(problem.document.errors);
    else goToAnswer();
    return;
  }
  const answer = /** @type {PredictionAnswer} */ (body);
  showAnswer(answer, words, {
    featureWords,
    customerId: question.customer.customerId === 'not-given' ? null : answer.customerId,
    budget: model?.campaign.rule === 'budget',
  });
  goToAnswer();
  if (answer.model.sha256 !== model?.sha256) await look();
}

form.onAsk(ask);
form.onChange(() => showOutdated(words.answer.outdated));
byId('fill-example', HTMLButtonElement).addEventListener('click', () => form.fill(example));
keyForm.addEventListener('submit', async (event) => {
  event.preventDefault();
  const given = byId('key', HTMLInputElement);
  if (given.value.trim() === '') return;
  key.keep(given.value.trim());
  given.value = '';
  await look();
  if (refusedForKey) await ask();
});
byId('key-forget', HTMLButtonElement).addEventListener('click', () => key.forget());
for (const link of document.querySelectorAll('nav a')) {
  if (link.getAttribute('hreflang') === words.tag) link.setAttribute('aria-current', 'true');
}
byId('regions', HTMLElement).append(...words.regions.map((value) => element('option', { value })));
byId('services', HTMLElement).append(...words.services.map((value) => element('option', { value })));
