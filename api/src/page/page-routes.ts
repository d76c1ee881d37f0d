import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sha256 } from '@churn/shared/platform/sha256';
import { type Response, Router } from 'express';
import { pageHeaders } from './page-headers.ts';
import { type PageLanguage, pageLanguage, pageLanguages } from './page-language.ts';
import { renderPage } from './render-page.ts';

interface PageFile {
  readonly type: string;
  readonly content: string;
  readonly etag: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/** The web page for people at `/`, and what it loads. Everything is read once, here. */
export function pageRoutes(): Router {
  const template = readFileSync(join(import.meta.dirname, 'page.html'), 'utf8');
  const pages = new Map<PageLanguage, PageFile>(
    pageLanguages.map((language) => [language, pageFile('.html', renderPage(template, language))]),
  );
  const router = Router();
  router.get('/', pageHeaders, (request, response) => {
    const language = pageLanguage(request);
    response.vary('accept-language').set('content-language', language);
    send(response, pages.get(language)!);
  });
  const folder = join(import.meta.dirname, 'browser');
  for (const name of readdirSync(folder)) {
    const file = pageFile(extname(name), readFileSync(join(folder, name), 'utf8'));
    router.get(`/page/${name}`, pageHeaders, (_request, response) => send(response, file));
  }
  return router;
}

function pageFile(extension: string, content: string): PageFile {
  const type = types[extension];
  if (type === undefined) throw new Error(`expected a file of the page to be one of ${Object.keys(types)}`);
  return { type, content, etag: `"${sha256(content).slice(0, 32)}"` };
}

/** Browsers keep it and ask each time whether it still holds: names stay the same from version to version. */
function send(response: Response, { type, content, etag }: PageFile): void {
  response.set({ 'content-type': type, 'cache-control': 'no-cache', etag });
  response.send(content);
}
