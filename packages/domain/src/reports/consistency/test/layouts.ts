import type { Block } from './made-up-report.ts';

/** The ways a made-up report is written down. */
export const LAYOUTS = ['markdown', 'tabs', 'aligned', 'html', 'csv'] as const;
export type Layout = (typeof LAYOUTS)[number];

export type Written = {
  readonly name: string;
  readonly content: string;
  /** First and last line of each block. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
};

/** Writes a report down, and tells on which lines each block stands. */
export function writeDown(blocks: readonly Block[], layout: Layout): Written {
  const lines: string[] = layout === 'html' ? ['<!doctype html>', '<html><body>'] : [];
  const places = blocks.map((block) => {
    const from = lines.length + 1;
    lines.push(...linesOf(block, layout));
    const to = lines.length;
    lines.push('');
    return { from, to };
  });
  const name = { markdown: 'r.md', tabs: 'r.txt', aligned: 'r.txt', html: 'r.html', csv: 'r.csv' }[
    layout
  ];
  return { name, content: lines.join('\n'), places };
}

/** Blocks inside one stand apart, as blocks do. */
function linesOf(block: Block, layout: Layout): string[] {
  if (block.kind !== 'several') return WRITERS[layout](block);
  return block.blocks.flatMap((inner, at) => [
    ...(at === 0 ? [] : ['']),
    ...linesOf(inner, layout),
  ]);
}

type Simple = Exclude<Block, { readonly kind: 'several' }>;

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const quote = (cell: string) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const WRITERS: Readonly<Record<Layout, (block: Simple) => string[]>> = {
  markdown: (block) => {
    if (block.kind === 'text') return [block.text];
    const [head = [], ...rows] = block.rows;
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [block.title, '', line(head), line(head.map(() => '---:')), ...rows.map(line)];
  },
  tabs: (block) =>
    block.kind === 'text'
      ? [block.text]
      : [block.title, '', ...block.rows.map((cells) => cells.join('\t'))],
  aligned: (block) => {
    if (block.kind === 'text') return [block.text];
    const widths = (block.rows[0] ?? []).map((_, column) =>
      Math.max(...block.rows.map((cells) => (cells[column] ?? '').length)),
    );
    return [
      block.title,
      '',
      ...block.rows.map((cells) =>
        cells
          .map((cell, column) =>
            column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
          )
          .join('    ')
          .trimEnd(),
      ),
    ];
  },
  html: (block) =>
    block.kind === 'text'
      ? [`<p>${escapeHtml(block.text)}</p>`]
      : [
          `<table><caption>${escapeHtml(block.title)}</caption>`,
          ...block.rows.map((cells, row) => {
            const tag = row === 0 ? 'th' : 'td';
            return `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
          }),
          '</table>',
        ],
  csv: (block) =>
    block.kind === 'text'
      ? []
      : [quote(block.title), ...block.rows.map((cells) => cells.map(quote).join(';'))],
};
