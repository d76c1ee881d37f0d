/** @import { ApiProblem } from './ask-api.js' */
/** @import { Words } from './english.js' */

/**
 * A problem in plain words, and the English of the API where no words of ours fit.
 * @param {ApiProblem} problem
 * @param {Words} words
 * @param {{ lookbackDays?: number | null | undefined, hasKey: boolean }} known
 * @returns {{ text: string, english?: string }}
 */
export function problemWords({ status, document, retryAfterSeconds }, { problem: words }, known) {
  const kind = document?.type?.split(':').at(-1);
  if (kind === 'invalid-request' && document?.errors) return { text: words.invalid(document.errors.length) };
  if (kind === 'no-champion') return { text: words.noChampion };
  if (kind === 'draining') return { text: words.draining };
  switch (status) {
    case 0:
      return { text: words.unreachable };
    case 401:
      return { text: known.hasKey ? words.keyRefused : words.keyNeeded };
    case 403:
      return { text: words.keyScope };
    case 413:
      return { text: words.tooLarge };
    case 422:
      return { text: words.notEligible(known.lookbackDays) };
    case 429:
      return { text: words.tooMany(retryAfterSeconds) };
    case 502:
    case 503:
    case 504:
      return { text: words.unavailable };
    default:
      return { text: words.other, english: document?.detail ?? document?.title ?? `HTTP ${status}` };
  }
}
