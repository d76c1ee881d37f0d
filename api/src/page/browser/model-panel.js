import { byId, element } from './element.js';

/** @import { ModelAnswer } from '../../model/model-answer.ts' */
/** @import { Words } from './english.js' */

/** What the page reads of a model's metrics. @typedef {{ test?: { rows: number, churned: number }, measures?: { rocAuc?: { value: number | null, lower: number | null, upper: number | null } } }} ReadMetrics */

const facts = byId('model-facts', HTMLElement);
const status = byId('model-status', HTMLElement);

/** A status that repeats is not written again: it would be read out again. @param {string} text */
export function showModelStatus(text) {
  if (status.textContent !== text) status.textContent = text;
}

export function hideModel() {
  facts.replaceChildren();
}

/**
 * @param {ModelAnswer} model
 * @param {Words} words
 */
export function showModel(model, words) {
  const { formats, model: labels } = words;
  const { test, measures } = /** @type {ReadMetrics} */ (model.metrics);
  const auc = measures?.rocAuc;
  const name = words.families[model.family] ?? model.family;
  facts.replaceChildren(
    fact(labels.family, name, element('code', {}, model.sha256.slice(0, 12))),
    fact(
      labels.promoted,
      element('time', { datetime: model.champion.promotedAt }, formats.moment(model.champion.promotedAt)),
      labels.revision(model.champion.revision, model.champion.run),
    ),
    fact(
      labels.rocAuc,
      auc?.value == null ? labels.notMeasured : formats.decimal(auc.value, 3),
      auc?.lower == null || auc.upper == null
        ? ''
        : labels.interval(
            auc.lower,
            auc.upper,
            test?.rows ?? 0,
            model.training.evaluatedModelSha256 !== model.sha256,
          ),
    ),
    fact(
      labels.baseRate,
      test === undefined || test.rows === 0 ? labels.notMeasured : formats.percent(test.churned / test.rows),
      test === undefined ? '' : labels.ofRows(test.churned, test.rows),
    ),
    fact(
      labels.threshold,
      formats.percent(model.threshold),
      labels.rule(model.campaign) + labels.assumptions(model.campaign),
      true,
    ),
    fact(labels.question, '', `${labels.means(model.labelling)} ${labels.asked(model.labelling)}`, true),
  );
}

/**
 * @param {string} title
 * @param {string | Node} value
 * @param {string | Node} note
 */
function fact(title, value, note, wide = false) {
  return element(
    'div',
    wide ? { class: 'wide' } : {},
    element('dt', {}, title),
    element(
      'dd',
      {},
      ...(value === '' ? [] : [element('strong', {}, value)]),
      element('div', { class: 'note' }, note),
    ),
  );
}
