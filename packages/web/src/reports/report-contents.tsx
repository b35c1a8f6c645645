import { TextInput } from '@mantine/core';
import { pageTexts, type Report, type Section } from '@tirek/domain/reports';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../text/language.tsx';
import styles from './report-contents.module.css';
import type { PlaceInReport } from './use-place-in-report.ts';

interface ReportContentsProps {
  readonly report: Report;
  /** Where the reader is. */
  readonly place: PlaceInReport;
  readonly onGo: (id: string) => void;
}

interface Entry {
  readonly id: string;
  readonly ordinal: string;
  readonly title: string;
}

/** Every section with its tables and figures, to be searched by any of their words. */
export function ReportContents({ report, place, onGo }: ReportContentsProps) {
  const text = useText('reports');
  const [wanted, setWanted] = useState('');
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: 'center' }), []);
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const isMeant = (...titles: string[]) => {
    const said = titles.join(' ').toLowerCase();
    return words.every((word) => said.includes(word));
  };
  const t = pageTexts(report.language);
  const entriesOf = ({ blocks }: Section): Entry[] =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? []
        : [
            {
              id: block.id,
              ordinal: t(block.kind, { number: block.number }),
              title: block.title,
            },
          ],
    );
  const shown = report.sections.flatMap((section) => {
    const entries = entriesOf(section);
    if (isMeant(section.title)) return [{ section, entries }];
    const meant = entries.filter(({ ordinal, title }) => isMeant(ordinal, title));
    return meant.length > 0 ? [{ section, entries: meant }] : [];
  });
  const link = (id: string, isHere: boolean) => ({
    href: `#report-${id}`,
    ref: isHere ? here : undefined,
    'aria-current': isHere ? ('location' as const) : undefined,
    onClick: (event: React.MouseEvent) => {
      event.preventDefault();
      onGo(id);
    },
  });
  return (
    <>
      <TextInput
        type="search"
        label={text('read.find')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {shown.length === 0 && <p role="status">{text('read.notFound')}</p>}
      <ol className={styles.sections} lang={report.language}>
        {shown.map(({ section: { id, title }, entries }) => (
          <li key={id}>
            <a className={styles.section} {...link(id, place.section === id && !place.block)}>
              {title}
            </a>
            {entries.length > 0 && (
              <ol className={styles.entries}>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <a className={styles.entry} {...link(entry.id, place.block === entry.id)}>
                      <span className={styles.ordinal}>{entry.ordinal}.</span> {entry.title}
                    </a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
