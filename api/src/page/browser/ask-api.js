/** @import { ProblemDocument } from '../../http/problem.ts' */

/** An answer that is not a success; status 0 where nothing answered. @typedef {{ status: number, document?: ProblemDocument | undefined, retryAfterSeconds?: number | undefined }} ApiProblem */

/**
 * Asks the API that has served this page: what it answers, or its problem.
 * @param {string} path relative to the page
 * @param {{ key: string | undefined, body?: unknown }} options
 * @returns {Promise<{ body: unknown, problem?: undefined } | { body?: undefined, problem: ApiProblem }>}
 */
export async function askApi(path, { key, body }) {
  /** @type {Record<string, string>} */
  const headers = { accept: 'application/json, application/problem+json' };
  if (key !== undefined) headers.authorization = `Bearer ${key}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
    });
    const answered = await response.json().catch(() => undefined);
    if (response.ok && answered !== undefined) return { body: answered };
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
    return {
      problem: {
        status: response.status,
        document: isProblem ? /** @type {ProblemDocument} */ (answered) : undefined,
        retryAfterSeconds: Number.isNaN(seconds) ? undefined : seconds,
      },
    };
  } catch {
    return { problem: { status: 0 } };
  }
}
