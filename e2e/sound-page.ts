import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = ['serious', 'critical'];
/** Rules of axe whose findings are at most moderate: they would not be reported. */
const SLIGHT = [
  'region',
  'heading-order',
  'page-has-heading-one',
  'landmark-banner-is-top-level',
  'landmark-complementary-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
];

/** What axe is not asked, because it has been elsewhere. */
interface AskedElsewhere {
  /** A part of the page, as a selector. */
  readonly part?: string | undefined;
  /** Its dearest question, about the contrast of every text; the same colours were asked about on another screen. */
  readonly contrast?: boolean;
}

/** One sentence for each thing that is wrong with the page as it stands, for people with any abilities and any screen. */
export async function faultsOf(page: Page, elsewhere: AskedElsewhere = {}): Promise<string[]> {
  return [...(await accessFaults(page, elsewhere)), ...(await layoutFaults(page))];
}

/**
 * Fails when axe finds something serious or critical, when the page scrolls sideways, when the words of a button,
 * a heading or a label are cut, broken or beside its middle, or when a chart is larger than it was drawn for. With TIREK_PICTURES, a folder, leaves a picture there for people to look at.
 */
export async function expectSound(
  page: Page,
  where: string,
  elsewhere: AskedElsewhere = {},
): Promise<void> {
  await takePicture(page, where);
  refuse(await faultsOf(page, elsewhere), where);
}

/** The same without axe, which has been asked about this page: for the same page in other words. */
export async function expectFits(page: Page, where: string): Promise<void> {
  await takePicture(page, where);
  refuse(await layoutFaults(page), where);
}

function refuse(faults: readonly string[], where: string): void {
  if (faults.length > 0) throw new Error(`${where}:\n${faults.join('\n')}`);
}

/** A picture for people to look at, where TIREK_PICTURES names a folder. */
export async function takePicture(page: Page, where: string): Promise<void> {
  const { TIREK_PICTURES } = process.env;
  if (!TIREK_PICTURES) return;
  const language = await page.evaluate(() => document.documentElement.lang);
  const width = page.viewportSize()?.width ?? 0;
  const name = `${where.replaceAll(/[^\p{L}\d]+/gu, '-')}.${language}.${width}.png`;
  await page.screenshot({ path: join(TIREK_PICTURES, name), fullPage: true });
}

async function accessFaults(page: Page, { part, contrast }: AskedElsewhere): Promise<string[]> {
  // Evaluated by the browser's debugger, so that the page's own policy need not allow it; once for each document.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const asked = {
    unasked: contrast ? [...SLIGHT, 'color-contrast'] : SLIGHT,
    exclude: part ? [part] : [],
  };
  const { violations } = await page.evaluate(async ({ unasked, exclude }) => {
    type Run = (context: object, options: object) => Promise<AxeResults>;
    const { axe } = window as unknown as { axe: { run: Run } };
    const rules = Object.fromEntries(unasked.map((rule) => [rule, { enabled: false }]));
    return await axe.run({ exclude }, { resultTypes: ['violations'], rules });
  }, asked);
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map((node) => `axe ${impact} ${id}: ${help}: ${node.target.join(' ')} ${node.html}`),
    );
}

async function layoutFaults(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth } = document.documentElement;
    const width = document.documentElement.clientWidth;
    if (scrollWidth > width) {
      faults.push(`scrolls sideways: ${scrollWidth} in ${width} pixels`);
      for (const element of document.querySelectorAll('body *')) {
        const { right } = element.getBoundingClientRect();
        if (right > width + 1 && !element.closest('[data-scrolls]')) {
          faults.push(`  beyond the edge: <${element.tagName} class="${element.className}">`);
          if (faults.length > 6) break;
        }
      }
    }
    for (const label of document.querySelectorAll<HTMLElement>('.mantine-Button-label')) {
      const button = label.closest('.mantine-Button-root');
      if (!button?.checkVisibility()) continue;
      const middle = (element: Element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return (top + bottom) / 2;
      };
      if (Math.abs(middle(label) - middle(button)) > 2) {
        faults.push(`words beside the middle of a button: ${label.textContent}`);
      }
    }
    for (const chart of document.querySelectorAll<SVGElement>('svg.report-chart')) {
      const growth = chart.getBoundingClientRect().width / Number(chart.getAttribute('width'));
      if (growth > 1.35) faults.push(`a chart is blown up ${growth.toFixed(2)} times: ${chart.id}`);
    }
    // With very large letters, and in words that no screen is wide enough for, a break is right.
    const isLarge = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) > 20;
    for (const button of isLarge ? [] : document.querySelectorAll('button')) {
      const words = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      for (let node = words.nextNode(); node; node = words.nextNode()) {
        for (const word of (node.nodeValue ?? '').matchAll(/(?<!\p{L})\p{L}{2,20}(?!\p{L})/gu)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) faults.push(`a word of a button is broken: ${word[0]}`);
        }
      }
    }
    const worded = 'button, a, h1, h2, h3, h4, label, legend, th, dt, summary, [role=tab]';
    for (const element of document.querySelectorAll<HTMLElement>(worded)) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const text = element.textContent?.trim();
      if (!text || element.clientWidth < 2) continue;
      const style = getComputedStyle(element);
      const isClipped = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const isCut =
        element.scrollWidth > element.clientWidth + 1 ||
        (isClipped && element.scrollHeight > element.clientHeight + 2);
      if (style.display !== 'inline' && isCut && style.position !== 'absolute') {
        faults.push(`words do not fit: <${element.tagName}> ${text.slice(0, 60)}`);
      }
    }
    return faults;
  });
}
