import type { Report } from '@tirek/domain/reports';
import { type RefObject, useState } from 'react';
import { useText } from '../text/language.tsx';
import { Icon } from '../ui/icons.tsx';
import { SideSheet } from '../ui/side-sheet.tsx';
import { goToPlace } from './go-to-place.ts';
import styles from './reading-bar.module.css';
import { ReportContents } from './report-contents.tsx';
import { usePlaceInReport } from './use-place-in-report.ts';

interface ReadingBarProps {
  readonly report: Report;
  readonly paper: RefObject<HTMLElement | null>;
  /** Back to the sentence whose number was followed; null while none was. */
  readonly onBack: (() => void) | null;
}

/** Stays in view while a long report is read: the contents, the section one is in, the ways back. */
export function ReadingBar({ report, paper, onBack }: ReadingBarProps) {
  const text = useText('reports');
  const [isOpen, setOpen] = useState(false);
  const place = usePlaceInReport(report, paper);
  const section = report.sections.find(({ id }) => id === place.section);
  const goTo = (id: string) => {
    setOpen(false);
    // The sheet gives the focus back to its button as it closes; the place takes it after that.
    requestAnimationFrame(() => goToPlace(`report-${id}`));
  };
  const goUp = () => {
    scrollTo({ top: 0 });
    const title = paper.current?.querySelector<HTMLElement>('.report-title');
    if (!title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.bar} aria-label={text('read.label')}>
      <button
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="list" size={18} />
        {text('read.contents')}
      </button>
      <span className={styles.where}>{section?.title}</span>
      {onBack && (
        <button type="button" className={styles.button} onClick={onBack}>
          <Icon name="arrowLeft" size={18} />
          {text('read.back')}
        </button>
      )}
      {section && (
        <button
          type="button"
          className={`${styles.button} ${styles.up}`}
          aria-label={text('read.top')}
          title={text('read.top')}
          onClick={goUp}
        >
          <Icon name="arrowUp" size={18} />
        </button>
      )}
      <SideSheet
        isOpen={isOpen}
        label={text('read.contents')}
        head={<p className={styles.head}>{text('read.contents')}</p>}
        close={text('read.close')}
        onClose={() => setOpen(false)}
        isWide
      >
        <ReportContents report={report} place={place} onGo={goTo} />
      </SideSheet>
    </nav>
  );
}
