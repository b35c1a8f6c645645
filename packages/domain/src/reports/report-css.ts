/**
 * Looks of a report, on screen (desk and phone), in dark rooms and on paper. Text, not a file, so
 * that a standalone document can carry it and a page can adopt it as a constructed style sheet.
 */
export const REPORT_CSS = `
.report-page { margin: 0; background: var(--report-paper); }
.report, .report-page {
  --report-paper: #ffffff; --report-ink: #1b1f24; --report-quiet: #525b66; --report-line: #d5dae0;
  --report-stripe: #f6f8fa; --report-accent: #2166ac; --report-warn: #fff6e0; --report-warn-line: #e0b23c; --report-found: #fdf3cf;
}
.report {
  container-type: inline-size; box-sizing: border-box; max-width: 75rem; margin: 0 auto; padding: 1.5rem 1rem 4rem;
  color: var(--report-ink); background: var(--report-paper); font-size: 1rem; line-height: 1.5;
  font-family: 'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif;
}
.report h1, .report h2, .report h3, .report h4, .report h5 { line-height: 1.25; text-wrap: pretty; }
.report-title { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.25rem); margin: 0 0 .25rem; }
.report-subtitle { margin: 0 0 1rem; color: var(--report-quiet); }
.report-banner {
  margin: .5rem 0; padding: .6rem .9rem; border-left: .3rem solid var(--report-warn-line);
  background: var(--report-warn); color: #3b2f0b; border-radius: .25rem;
}
.report-contents { margin: 1.25rem 0 0; padding: .25rem 0; border-block: 1px solid var(--report-line); }
.report-contents ol { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
.report-contents a { display: inline-block; padding: .45rem 0; color: var(--report-accent); }
.report-section { margin-top: 3rem; scroll-margin-top: 1rem; }
.report-section > h2, .report-section > h3, .report-section > h4 {
  margin: 0 0 1.25rem; padding-bottom: .4rem; font-size: 1.5rem; border-bottom: 2px solid var(--report-accent);
}
.report-blocks { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.25rem 2.5rem; align-items: start; }
.report-text { margin: 0; max-width: 48rem; text-wrap: pretty; }
.report-text + .report-text { margin-top: -1.5rem; }
.report-unbroken { white-space: nowrap; }
.report-detail { display: none; color: var(--report-quiet); font-size: .8125rem; }
.report-figure, .report-table { margin: 0; min-width: 0; }
.report-caption { margin: 0; font-size: 1.0625rem; font-weight: 650; }
.report-ordinal { color: var(--report-quiet); font-weight: 450; }
.report-base { margin: .15rem 0 .6rem; color: var(--report-quiet); font-size: .875rem; }
.report-notes { margin: .6rem 0 0; padding: 0; list-style: none; color: var(--report-quiet); font-size: .8125rem; }
.report-notes li { margin-top: .15rem; max-width: 48rem; }
.report-chart { display: block; max-width: 100%; height: auto; }
.report-chart-wide { display: none; }
.report-chart-narrow { width: 100%; max-width: 27rem; }
.report-scroll {
  overflow-x: auto; -webkit-overflow-scrolling: touch;
  background:
    linear-gradient(to left, var(--report-paper) 60%, transparent) right / 2.5rem 100% no-repeat local,
    linear-gradient(to left, rgb(0 0 0 / .16), transparent) right / .8rem 100% no-repeat scroll;
}
.report-scroll:focus-visible { outline: 3px solid var(--report-accent); outline-offset: 2px; }
.report table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
.report thead th {
  padding: .4rem .6rem; border-bottom: 2px solid var(--report-ink); text-align: right; vertical-align: bottom;
  font-weight: 600; line-height: 1.25; min-width: 4.25rem;
}
.report thead th:first-child { text-align: left; }
.report tbody th, .report td { padding: .35rem .6rem; border-bottom: 1px solid var(--report-line); vertical-align: top; }
.report tbody th { text-align: left; font-weight: 400; min-width: 9rem; max-width: 26rem; }
.report td { text-align: right; white-space: nowrap; }
.report thead th:first-child, .report tbody th { padding-left: 0; }
.report tbody tr:hover > * { background: var(--report-stripe); }
.report-row-missing th, .report-row-missing td { color: var(--report-quiet); font-style: italic; }
.report .report-row-total th, .report-row-total td { font-weight: 650; border-top: 1px solid var(--report-ink); }
.report .report-row-nested th { padding-left: 1.5rem; }
.report-row-nested th::before { content: '\\21B3\\00A0'; color: var(--report-quiet); margin-left: -1.1rem; }
.report-hidden { color: var(--report-quiet); text-decoration: none; cursor: help; }
.report td.report-cell-words { text-align: left; white-space: normal; min-width: 9rem; overflow-wrap: anywhere; }
.report thead th.report-cell-words { text-align: left; }
.report-bound { color: inherit; text-decoration: underline dotted var(--report-accent); text-underline-offset: .2em; white-space: nowrap; }
.report-bound:hover, .report-bound:focus-visible { color: var(--report-accent); text-decoration-style: solid; }
.report td:target, .report th:target {
  background: var(--report-found); outline: 2px solid var(--report-warn-line); outline-offset: -2px; scroll-margin: 6rem 12rem;
}
.report-receipt { margin-top: .4rem; color: var(--report-quiet); font-size: .8125rem; }
.report-receipt summary { display: inline-block; padding: .3rem 0; cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em; }
.report-receipt dl { margin: .2rem 0 0; display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; max-width: 48rem; }
.report-receipt dd { margin: 0; }
.report-with-bar { display: inline-flex; gap: .6rem; align-items: center; }
.report-bar { flex: none; display: none; }
.report-bar-track { fill: var(--report-line); opacity: .55; }
.report-bar-value { fill: var(--report-accent); }
.report-broad .report-scroll th:first-child { position: sticky; left: 0; z-index: 1; background: var(--report-paper); }
@container (max-width: 44.99rem) {
  .report table { font-size: .8125rem; }
  .report thead th:not(:first-child), .report td { padding-inline: .3rem; }
  .report thead th:first-child, .report tbody th { padding-inline-end: .3rem; }
  .report-slim thead th { min-width: 0; }
  .report-slim tbody th { min-width: 6.25rem; }
  .report-broad tbody th, .report-broad thead th:first-child { min-width: 8.5rem; max-width: 10.5rem; box-shadow: 1px 0 0 var(--report-line); }
}
@container (min-width: 30rem) { .report-bar { display: block; } }
@container (min-width: 45rem) {
  .report-chart-wide { display: block; width: 100%; }
  .report-half .report-chart-wide { max-width: 40rem; }
  .report-chart-narrow { display: none; }
}
@container (min-width: 58rem) { .report-detail { display: block; } }
@container (min-width: 64rem) {
  .report-blocks { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .report-whole, .report-text, .report-broad { grid-column: 1 / -1; }
  .report-half { grid-column: 1; }
}
@media print {
  .report { max-width: none; padding: 0; font-size: 10pt; }
  .report-contents, .report-receipt { display: none; }
  .report-bound { text-decoration: none; }
  .report-chart-wide { display: block; width: 100%; }
  .report-chart-narrow { display: none; }
  .report-figure, .report-slim { break-inside: avoid; }
  .report thead { display: table-header-group; }
  .report tr { break-inside: avoid; }
  .report-scroll { overflow: visible; background: none; }
  .report-broad table { font-size: 7pt; }
  .report-broad thead th, .report-broad tbody th { min-width: 0; padding-inline: .2rem; }
}
`;
