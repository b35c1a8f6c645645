import { REPORT_CSS, type Report, renderReportHtml } from '@tirek/domain/reports';
import { type MouseEvent, useMemo, useRef, useState } from 'react';
import { useStyleSheet } from '../ui/use-style-sheet.ts';
import { goToPlace } from './go-to-place.ts';
import { ReadingBar } from './reading-bar.tsx';
import styles from './report-paper.module.css';

interface ReportPaperProps {
  readonly report: Report;
  /** Level of the report's own title: 1 alone on a page, 2 where the page has a title of its own. */
  readonly level?: 1 | 2;
}

/** A report to read: its paper, and above it, always at hand, where one is in it and how to get elsewhere. */
export function ReportPaper({ report, level = 1 }: ReportPaperProps) {
  useStyleSheet(REPORT_CSS);
  const html = useMemo(() => renderReportHtml(report, { level }), [report, level]);
  const paper = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<HTMLElement | null>(null);
  /** A number of a sentence was followed to its cell: the way back is kept. */
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.report-bound');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goToPlace(link.hash.slice(1));
    setLeft(link);
  };
  const goBack = () => {
    left?.scrollIntoView({ block: 'center' });
    left?.focus({ preventScroll: true });
    setLeft(null);
  };
  return (
    <div className={styles.reading}>
      <ReadingBar report={report} paper={paper} onBack={left ? goBack : null} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside answer to the keyboard, and their click is heard here */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: likewise */}
      <div
        ref={paper}
        className={styles.paper}
        onClick={follow}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every text it is given
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </div>
  );
}
