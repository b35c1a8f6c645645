/** Looks of a brief, on screen and on paper: under its own class, so that it can stand on a page of the app. */
export const BRIEF_CSS = `
.brief { color: #1b1f24; background: #fff; font: 1rem/1.5 'Noto Sans', 'Segoe UI', Roboto, Arial, 'Liberation Sans', sans-serif;
.title, .head { color: #1f5f4a; line-height: 1.25; text-wrap: pretty; }
.title { margin: .2rem 0; font-size: clamp(1.5rem, 1.1rem + 2vw, 2.1rem); }
.head { margin: 2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid #1f5f4a; font-size: 1.2rem; }
.chart { margin: 0; font-size: 1rem; line-height: 1.3; }
p { margin: 0 0 .5rem; }
.quiet { color: #525b66; font-size: .875rem; }
.kicker { margin: 0; color: #525b66; font-weight: 650; }
.banner { margin: .5rem 0 0; padding: .45rem .8rem; border-left: .3rem solid #e0b23c; background: #fff6e0; font-size: .9rem; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 0; padding: 0; list-style: none; }
.numbers li { padding: .7rem .8rem; border-top: 4px solid #1f5f4a; background: #f3f7f5; }
.numbers strong { display: block; color: #1f5f4a; font-size: 1.9rem; line-height: 1.15; }
.numbers span { display: block; line-height: 1.35; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem; margin-top: 2rem; }
figure { margin: 0; }
figure svg { width: 100%; height: auto; max-width: 27rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .925rem; }
th, td { padding: .45rem .6rem .45rem 0; border-bottom: 1px solid #d5dae0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #1b1f24; }
tbody th { font-weight: 400; }
.screen { margin-top: 1.25rem; font-weight: 650; }
}
@media print { .brief { font-size: 9pt; .head { margin-top: 1rem; } figure, tr, li { break-inside: avoid; } .head { break-after: avoid; } .charts { grid-template-columns: 1fr 1fr; margin-top: 1rem; } .numbers { grid-template-columns: repeat(4, 1fr); } } }
`;

/** What a brief that is a document of its own needs besides. */
export const BRIEF_DOCUMENT_CSS = `
body { margin: 0; background: #eef1f4; }
main.brief { box-sizing: border-box; max-width: 56rem; margin: 0 auto; padding: 1.5rem 1.25rem 2.5rem; }
@media print { @page { size: A4; margin: 15mm; } body { background: none; } main.brief { max-width: none; padding: 0; } }
`;
