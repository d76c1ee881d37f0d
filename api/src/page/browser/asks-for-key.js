/** @import { ApiProblem } from './ask-api.js' */

/** Whether only another key would be answered: there is none, it is refused, or it may not ask this. @param {ApiProblem} problem */
export function asksForKey({ status }) {
  return status === 401 || status === 403;
}
