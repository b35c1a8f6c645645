import type { Language } from '@tirek/domain/text';
import { type Html, html } from './html.ts';

/** A finished page, with the texts whose hashes the content security policy has to name. */
export interface RenderedPage {
  readonly html: string;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** The page around everything: one response, nothing fetched. */
export function frame(given: {
  readonly language: Language;
  readonly title: string;
  readonly style: string;
  readonly body: Html;
  /** Script and the JSON it reads; null for a page that is complete without. */
  readonly script: { readonly text: string; readonly data: Html } | null;
}): RenderedPage {
  const { language, title, style, body, script } = given;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<meta name="color-scheme" content="light">
<meta name="theme-color" content="#f6f4ee">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<div id="survey">${body}</div>
${
  script &&
  html`<script type="application/json" id="survey-data">${script.data}</script>
<script>${{ html: script.text }}</script>
`
}</body>
</html>
`;
  return { html: page.html, scripts: script ? [script.text] : [], styles: [style] };
}
