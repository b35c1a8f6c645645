import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../text/index.ts';
import { buildWaveReport, REPORT_CSS, renderReportDocument, renderReportHtml } from './index.ts';
import { SMALL_FORM, smallWave } from './small-wave.ts';

const FACTS = smallWave([
  {
    answers: {
      age: 34,
      home: 'rent',
      calm: 'seldom',
      tense: 'often',
      wishes: ['house'],
      children: [{ child_age: 7 }],
    },
  },
  { answers: { age: 29, home: 'own', calm: 'often', wishes: ['work', 'rest'] } },
]);
const REPORTS = LANGUAGES.map((language) => buildWaveReport(FACTS, [SMALL_FORM], { language }));

describe('the page of a report', () => {
  it.each(REPORTS)(
    'in $language passes a content policy without inline style or script',
    (report) => {
      const html = renderReportHtml(report);
      expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+=|javascript:/i);
      expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|src=/);
    },
  );

  it.each(REPORTS)('in $language closes what it opens and names everything once', (report) => {
    const html = renderReportHtml(report);
    const open: string[] = [];
    for (const [, closing, name = '', selfClosing] of html.matchAll(
      /<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?:"[^"]*"|[^">])*?(\/?)>/g,
    )) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!selfClosing) open.push(name);
    }
    expect(open).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, list = ''] of html.matchAll(/aria-labelledby="([^"]*)"/g)) {
      for (const id of list.split(' ')) expect(ids).toContain(id);
    }
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it('has heads for rows and columns, regions one can scroll with keys, and headings without a gap', () => {
    const html = renderReportHtml(REPORTS[2] ?? REPORTS[0]!);
    expect(html).not.toMatch(/<th(?=[ >])(?![^>]* scope=)/);
    const tables = html.match(/<table/g)?.length;
    expect(html.match(/role="region" tabindex="0"/g)).toHaveLength(tables ?? -1);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i] ?? 0) + 1);
    });
  });

  it('stands one level deeper inside a page that has its own title', () => {
    expect(renderReportHtml(REPORTS[0]!, { level: 2 })).toMatch(/<h2 class="report-title">/);
  });

  it('shows markup in a title as text', () => {
    const facts = {
      ...FACTS,
      wave: {
        ...FACTS.wave,
        title: { ...FACTS.wave.title, en: '<img src=x onerror=alert(1)> & "co"' },
      },
    };
    const html = renderReportHtml(buildWaveReport(facts, [SMALL_FORM], { language: 'en' }));
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;');
    expect(html).not.toContain('<img');
  });

  it('writes numbers as the language does', () => {
    const [kk, ru, en] = REPORTS.map((report) => renderReportHtml(report));
    expect(en).toContain('31.50');
    expect(kk).toContain('31,50');
    expect(ru).toContain('50,0\u00a0%');
  });

  it('says on top whether the answers are invented', () => {
    const wave = { ...FACTS.wave, isSynthetic: true };
    const html = renderReportHtml(
      buildWaveReport({ ...FACTS, wave }, [SMALL_FORM], { language: 'en' }),
    );
    expect(html).toContain('Synthetic data: every answer is invented');
    expect(renderReportHtml(REPORTS[2]!)).not.toContain('Synthetic data');
  });
});

describe('the document of a report', () => {
  it.each(REPORTS)('in $language opens from a folder and loads nothing', (report) => {
    const html = renderReportDocument(report);
    expect(html.startsWith('<!doctype html>\n<html lang="')).toBe(true);
    expect(html).toContain(`<html lang="${report.language}">`);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain(REPORT_CSS);
  });

  it('uses no style for a class that is never drawn', () => {
    const all = REPORTS.map((report) => renderReportDocument(report)).join('');
    const names = new Set([...REPORT_CSS.matchAll(/\.(report-[a-z-]+)/g)].map(([, name]) => name));
    // Rows inside a row above, charts that fill the page and hidden cells need facts that the small form has not.
    const elsewhere = new Set([
      'report-hidden',
      'report-row-nested',
      'report-whole',
      'report-banner',
      'report-detail',
    ]);
    const body = all.replaceAll(REPORT_CSS, '');
    const unused = [...names].filter(
      (name) => !body.includes(name ?? '') && !elsewhere.has(name ?? ''),
    );
    expect(unused).toEqual([]);
  });
});
