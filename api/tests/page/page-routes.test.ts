import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { problemSchema } from '../../src/http/problem.ts';
import { startTestApi, type TestApi } from '../support/start-test-api.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const browserFolder = join(import.meta.dirname, '../../src/page/browser');

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let api: TestApi;

beforeAll(async () => {
  directory = await temporaryDirectory();
  api = await startTestApi(directory.path);
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

test('the page is HTML, without a model being served, too', async () => {
  const { headers, text } = await request(api.url).get('/').expect(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text).toContain('<html lang="en">');
  expect(text).not.toMatch(/\{\{\w/);
});

test('it may run and load files of this origin only, and nothing written into the page', async () => {
  const { headers, text } = await request(api.url).get('/').expect(200);
  const policy = headers['content-security-policy']!;
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(policy.split('; ')).toContain(directive);
  }
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(text).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]* src="page\/page\.js")/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
});

test('every address in the page is relative and answers', async () => {
  const { text } = await request(api.url).get('/');
  const addresses = [...text.matchAll(/\s(?:href|src)="([^"#][^"]*)"/g)].map(([, address]) => address!);
  expect(addresses).toContain('openapi.json');
  for (const address of addresses) {
    expect(address).toMatch(/^(\?|\w)(?!.*:)/);
    const { status } = await request(api.url).get(`/${address}`);
    // Without a model these two say so.
    expect(status).toBe(['v1/model', 'health/ready'].includes(address) ? 503 : 200);
  }
});

test('every file for the browser is served with its type and the same headers', async () => {
  const files = await readdir(browserFolder);
  expect(files).toEqual(expect.arrayContaining(['page.js', 'page.css', 'icon.svg']));
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
  for (const file of files) {
    const { headers } = await request(api.url).get(`/page/${file}`).expect(200);
    expect(headers['content-type']).toBe(`${types[file.split('.').at(-1)!]}; charset=utf-8`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  }
});

test.each(['/', '/page/page.js'])('%s is kept by browsers, and asked for again by its ETag', async (path) => {
  const first = await request(api.url).get(path).expect(200);
  expect(first.headers['cache-control']).toBe('no-cache');
  expect(first.headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
  const again = await request(api.url).get(path).set('if-none-match', first.headers.etag!).expect(304);
  expect([again.text, again.headers.etag]).toEqual(['', first.headers.etag]);
  await request(api.url).get(path).set('if-none-match', '"another"').expect(200);
});

test.each(['/', '/page/page.js'])('HEAD %s answers the headers of GET without a body', async (path) => {
  const got = await request(api.url).get(path);
  const head = await request(api.url).head(path).expect(200);
  expect(head.text).toBeUndefined();
  for (const name of ['content-type', 'content-length', 'etag', 'content-security-policy']) {
    expect(head.headers[name]).toBe(got.headers[name]);
  }
});

test.each(['/', '/page/page.js'])('POST %s is a 405 problem', async (path) => {
  const response = await request(api.url).post(path).send({});
  expect([response.status, response.headers.allow]).toEqual([405, 'GET']);
  expect(problemSchema.parse(response.body).type).toBe('urn:churn:problem:method-not-allowed');
});

test.each([
  '/page/nothing.js',
  '/page/',
  '/page/..%2fpage.html',
  '/page/%2e%2e%2fpage-routes.ts',
  '/page/constructor',
])('%s is a 404 problem', async (path) => {
  const response = await request(api.url).get(path);
  expect(response.status).toBe(404);
  expect(problemSchema.parse(response.body).type).toBe('urn:churn:problem:not-found');
});

test('a path that does not decode is a 400 problem', async () => {
  const response = await request(api.url).get('/page/%zz');
  expect(response.status).toBe(400);
  expect(problemSchema.parse(response.body).detail).toContain('a path in percent-encoding');
});

test.each<[string, string | undefined, string]>([
  ['/', undefined, 'en'],
  ['/', 'de', 'en'],
  ['/', 'en-GB,en;q=0.9,pt;q=0.5', 'en'],
  ['/', 'pt-BR,pt;q=0.9,en;q=0.8', 'pt-BR'],
  ['/', 'pt-PT', 'pt-BR'],
  ['/', 'pt', 'pt-BR'],
  ['/?lang=pt-BR', 'en', 'pt-BR'],
  ['/?lang=en', 'pt-BR', 'en'],
  ['/?lang=<script>', 'pt-BR', 'pt-BR'],
  ['/?lang=en&lang=pt-BR', 'en', 'en'],
])('%s for a browser that prefers %s is in %s', async (path, preferred, language) => {
  const asked = request(api.url).get(path);
  const { headers, text } = await (preferred === undefined ? asked : asked.set('accept-language', preferred));
  expect(headers['content-language']).toBe(language);
  expect(headers.vary?.toLowerCase()).toContain('accept-language');
  expect(text).toContain(`<html lang="${language}">`);
  expect(text).toContain(language === 'en' ? 'Will this customer leave?' : 'Este cliente vai sair?');
});
