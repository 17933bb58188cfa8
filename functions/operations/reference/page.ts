import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import { fieldCodes, fieldMessage } from '../../../platform/errors/field-messages.ts';
import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';
import type { Bilingual, Language } from '../../../platform/http/language.ts';
import { iconAsset, scriptAsset, styleAsset } from './swagger-assets.ts';

/** Starts Swagger UI. Its hash is in the pages' Content-Security-Policy: no other inline script runs. */
export const referenceScript = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true,
  tryItOutEnabled: true, displayRequestDuration: true, validatorUrl: null, defaultModelsExpandDepth: 0 });`;

/** Of our own pages of text: they have no file for this. */
export const textStyle =
  'body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}' +
  'td,th{padding:.3rem 1rem .3rem 0;text-align:left;vertical-align:top}code{font-size:.85em;color:#555;overflow-wrap:anywhere}';

export const titles = {
  reference: { ko: 'HEAL7 API 문서', en: 'HEAL7 API reference' },
  problems: { ko: 'HEAL7 API의 문제 코드', en: 'Problem codes of the HEAL7 API' },
  fields: { ko: '값마다 붙는 코드 (invalid_request의 errors)', en: 'Codes of values (errors of invalid_request)' },
  example: { ko: '예시 한 벌: 명식, 판단의 근거, 풀이', en: 'A whole example: chart, reasons, interpretation' },
  events: { ko: 'HEAL7 이벤트 목록', en: 'Events of HEAL7' },
  noScript: { ko: '이 페이지에는 자바스크립트가 필요합니다.', en: 'This page needs JavaScript.' },
} satisfies Record<string, Bilingual>;

/** The reference page: Swagger UI on /openapi.json, all from this origin. */
export function referencePage(language: Language): string {
  return page(
    language,
    titles.reference,
    `<link rel="stylesheet" href="${styleAsset.path}">`,
    `<p><a href="/docs/example">${titles.example[language]}</a> · <a href="/docs/events">${titles.events[language]}</a></p>
<div id="reference"></div>
<noscript>${titles.noScript[language]} <a href="/openapi.json">/openapi.json</a></noscript>
<script src="${scriptAsset.path}"></script>
<script>${referenceScript}</script>`,
  );
}

/** Every code a caller may meet, each with an anchor that its problem's `type` points at. */
export function problemsPage(
  language: Language,
  kinds: readonly ProblemKind[],
  fieldKinds: readonly FieldKind[],
): string {
  const kindRows = kinds.map(
    ({ code, status, title }) => `<tr id="${code}"><td><code>${code}</code><td>${status}<td>${title[language]}`,
  );
  const ofPlatform = fieldCodes.map((code): FieldKind => ({ code, detail: fieldMessage(code, placeholders) }));
  const fieldRows = [...ofPlatform, ...fieldKinds].map(
    ({ code, detail }) => `<tr id="${code}"><td><code>${code}</code><td>${escaped(detail[language])}`,
  );
  return page(
    language,
    titles.problems,
    `<style>${textStyle}</style>`,
    `<h1>${titles.problems[language]}</h1>
<table>${kindRows.join('\n')}</table>
<h2>${titles.fields[language]}</h2>
<table>${fieldRows.join('\n')}</table>`,
  );
}

/** Stand for the facts of an occurrence where a message is shown without one. */
const placeholders = { minimum: 'N', maximum: 'N', divisor: 'N', expected: '…' };

/** A page of ours. */
export function page(language: Language, title: Bilingual, head: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title[language]}</title>
<link rel="icon" type="image/png" href="${iconAsset.path}">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
