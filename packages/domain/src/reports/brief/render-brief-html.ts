import { escapeMarkup } from '../../drawing/svg.ts';
import { BRIEF_CSS, BRIEF_DOCUMENT_CSS } from './brief-css.ts';
import type { PrintedBrief, PrintedChart } from './print-brief.ts';

/** A brief as markup for a page that brings `BRIEF_CSS`; its title is an `h2` on a page that has one of its own. */
export function renderBriefHtml(
  brief: PrintedBrief,
  { level = 1 }: { level?: 1 | 2 } = {},
): string {
  const { kicker, title, subtitle, banners, comparison, actions } = brief;
  const headed = (head: string, inner: string) =>
    `<h${level + 1} class="head">${escapeMarkup(head)}</h${level + 1}>${inner}`;
  return [
    `<p class="kicker">${escapeMarkup(kicker)}</p>`,
    `<h${level} class="title">${escapeMarkup(title)}</h${level}>`,
    `<p class="quiet">${escapeMarkup(subtitle)}</p>`,
    ...banners.map((text) => `<p class="banner" role="note">${escapeMarkup(text)}</p>`),
    headed(brief.headlines.title, numbers(brief)),
    headed(brief.findings.title, list('ol', brief.findings.sentences)),
    comparison
      ? headed(
          comparison.title,
          table(
            comparison,
            comparison.rows.map(({ label, n, here, all }) => [label, n, here, all]),
          ) + quiet(comparison.note),
        )
      : '',
    brief.figures.length > 0
      ? `<div class="charts">${brief.figures.map((figure) => chart(figure, level)).join('')}</div>`
      : '',
    headed(brief.unknown.title, list('ul', brief.unknown.sentences)),
    actions.rows.length > 0
      ? headed(
          actions.title,
          table(
            actions,
            actions.rows.map(({ action, body, why }) => [action, body, why]),
          ) + quiet(actions.note),
        )
      : '',
    `<p class="screen">${escapeMarkup(brief.screen)}</p>`,
    quiet(brief.receipt),
  ].join('\n');
}

/** The same as an HTML document that opens from a folder: no script, nothing to load. */
export function renderBriefDocument(brief: PrintedBrief): string {
  const { language, kicker, title } = brief;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(`${kicker}: ${title}`)}</title>
<style>${BRIEF_CSS}${BRIEF_DOCUMENT_CSS}</style>
</head>
<body>
<main class="brief">
${renderBriefHtml(brief)}
</main>
</body>
</html>
`;
}

const quiet = (text: string) => `<p class="quiet">${escapeMarkup(text)}</p>`;

const list = (kind: 'ol' | 'ul', items: readonly string[]) =>
  `<${kind}>${items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('')}</${kind}>`;

function numbers({ headlines }: PrintedBrief): string {
  const cards = headlines.numbers.map(
    ({ number, label, base, interval }) =>
      `<li><strong>${escapeMarkup(number)}</strong><span>${escapeMarkup(label)}</span>${quietSpan(base)}${quietSpan(interval)}</li>`,
  );
  return `<ul class="numbers">${cards.join('')}</ul>`;
}

const quietSpan = (text: string) =>
  text === '' ? '' : `<span class="quiet">${escapeMarkup(text)}</span>`;

/** Wider than a phone it scrolls, by keyboard too. */
function table(
  { title, head }: { readonly title: string; readonly head: readonly string[] },
  rows: ReadonlyArray<readonly string[]>,
): string {
  const heads = head.map((text) => `<th scope="col">${escapeMarkup(text)}</th>`).join('');
  const lines = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((text) => `<td>${escapeMarkup(text)}</td>`).join('');
    return `<tr><th scope="row">${escapeMarkup(first)}</th>${cells}</tr>`;
  });
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeMarkup(title)}"><table><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function chart({ title, base, svg, note }: PrintedChart, level: 1 | 2): string {
  const head = level + 2;
  return `<figure><h${head} class="chart">${escapeMarkup(title)}</h${head}>${quiet(base)}${svg}${quiet(note)}</figure>`;
}
