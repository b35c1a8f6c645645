import { BRIEF_CSS, type Brief, printBrief, renderBriefHtml } from '@tirek/domain/reports/brief';
import { useMemo } from 'react';
import { useStyleSheet } from '../../ui/use-style-sheet.ts';
import styles from './brief-paper.module.css';

/** A short paper as it is printed, under a page's own title. */
export function BriefPaper({ brief }: { readonly brief: Brief }) {
  useStyleSheet(BRIEF_CSS);
  const html = useMemo(() => renderBriefHtml(printBrief(brief), { level: 2 }), [brief]);
  return (
    <article
      className={`brief ${styles.paper}`}
      lang={brief.language}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every text it is given
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
