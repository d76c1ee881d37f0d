import { byId, element } from './element.js';

/** @import { PredictionAnswer } from '../../prediction/prediction-answer.ts' */
/** @import { FeatureWords, Words } from './english.js' */

const headline = byId('answer-headline', HTMLElement);
const details = byId('answer', HTMLElement);

/**
 * @param {string} text
 * @param {string | undefined} english what the API says, where it is not said in the page's language
 */
export function showAnswerProblem(text, english) {
  headline.className = 'notice bad';
  headline.replaceChildren(
    text,
    ...(english === undefined ? [] : [' ', element('span', { lang: 'en' }, english)]),
  );
  details.replaceChildren();
}

/** Says once below an answer that the form asks something else by now. @param {string} text */
export function showOutdated(text) {
  if (!headline.classList.contains('known') || details.querySelector('.outdated') !== null) return;
  details.prepend(element('p', { class: 'note care outdated' }, text));
}

/** Brings the answer into view where it is not, as below a form on a phone. */
export function goToAnswer() {
  const { top, bottom } = headline.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) byId('answer-title', HTMLElement).scrollIntoView();
}

/** @param {string} text */
export function showAsking(text) {
  headline.className = '';
  headline.replaceChildren(text);
}

/**
 * @param {PredictionAnswer} answer
 * @param {Words} words
 * @param {{ featureWords: FeatureWords, customerId: string | null, budget: boolean }} about
 */
export function showAnswer(answer, words, { featureWords, customerId, budget }) {
  const { formats, answer: labels } = words;
  const { probability, threshold, reasons } = answer;
  headline.className = 'known';
  headline.replaceChildren(labels[answer.decision](probability, threshold));
  details.replaceChildren(
    scale(probability, threshold, words),
    paragraph(labels.about(customerId, formats.day(answer.asOf ?? ''))),
    ...(budget ? [paragraph(labels.budget)] : []),
    ...(answer.ignoredTransactions === 0 ? [] : [paragraph(labels.ignored(answer.ignoredTransactions))]),
    ...(reasons.length === 0
      ? [paragraph(labels.noReasons)]
      : [
          element('h3', {}, labels.reasons),
          reasonList(reasons, words, featureWords),
          element('p', { class: 'note' }, labels.reasonsNote),
        ]),
    element(
      'p',
      { class: 'note' },
      `${labels.saidBy(words.families[answer.model.family] ?? answer.model.family)} `,
      element('code', {}, answer.model.sha256),
    ),
  );
}

/** @param {string} text */
function paragraph(text) {
  return element('p', {}, text);
}

/** @type {(probability: number, threshold: number, words: Words) => HTMLElement} */
function scale(probability, threshold, { answer: labels }) {
  const fill = element('div', { class: 'fill' });
  fill.style.width = widthOf(probability);
  const line = element('div', { class: 'threshold' });
  line.style.left = widthOf(threshold);
  const mark = element('div', { class: threshold > 0.5 ? 'mark left' : 'mark' }, labels.mark(threshold));
  mark.style.left = widthOf(threshold);
  return element(
    'div',
    { class: 'scale', role: 'img', 'aria-label': labels.scale(probability, threshold) },
    fill,
    line,
    mark,
  );
}

/** @type {(reasons: PredictionAnswer['reasons'], words: Words, featureWords: FeatureWords) => HTMLElement} */
function reasonList(reasons, words, featureWords) {
  const strongest = Math.max(...reasons.map(({ contribution }) => contribution));
  const items = reasons.map((reason) => {
    const text = words.reason(reason, featureWords);
    const fill = element('div', { class: 'fill' });
    fill.style.width = widthOf(reason.contribution / strongest);
    return element(
      'li',
      {},
      text === undefined ? element('span', { lang: 'en' }, reason.description) : text,
      element(
        'div',
        { class: 'contribution' },
        element('div', { class: 'track' }, fill),
        element('span', {}, `+${words.formats.decimal(reason.contribution, 2)}`),
      ),
    );
  });
  return element('ol', { class: 'reasons' }, ...items);
}

/** @param {number} share */
function widthOf(share) {
  return `${Math.min(1, Math.max(0, share)) * 100}%`;
}
