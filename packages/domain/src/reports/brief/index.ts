export { BRIEF_KINDS, BRIEF_PAGES, Brief, type BriefKind } from './brief.ts';
export { BRIEF_CSS } from './brief-css.ts';
export { BRIEF_FORMATS, type BriefFormat, briefFileName } from './brief-formats.ts';
export { type BriefReceipt, buildBrief, sourceOf } from './build-brief.ts';
export { buildRegionSheet } from './build-region-sheet.ts';
export { briefsContract } from './contract.ts';
export { listPlaces, type Place } from './places.ts';
export { type PrintedBrief, type PrintedChart, printBrief } from './print-brief.ts';
export { renderBriefDocument, renderBriefHtml } from './render-brief-html.ts';
