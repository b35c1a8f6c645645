import { Button } from '@mantine/core';
import {
  finalThemes,
  type Note,
  type Passes,
  type ReadExcerpt,
  type ThemeId,
} from '@tirek/domain/reports/themes';
import { useState } from 'react';
import { useMay } from '../../access/index.ts';
import { useText } from '../../text/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProposeQuote } from './propose-quote.tsx';
import styles from './themes.module.css';

/** A note that is coded: what each excerpt is about in the end, and what may be quoted of it. */
export function CodedExcerpts({
  note,
  excerpts,
}: {
  note: Note;
  excerpts: readonly ReadExcerpt[];
}) {
  const text = useText('themes');
  const may = useMay();
  const [quoted, setQuoted] = useState<ReadExcerpt | null>(null);
  return (
    <Panel title={text('note.excerpts')}>
      {excerpts.map((excerpt, place) => (
        <article key={excerpt.id} className={styles.excerpt}>
          <p className={styles.said} lang={note.language}>
            {excerpt.text}
          </p>
          <ExcerptThemes excerpt={excerpt} />
          {may('theme.code') && (
            <div className={styles.foot}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={text('note.quoteOf', { number: place + 1 })}
                onClick={() => setQuoted(excerpt)}
              >
                {text('note.quote')}
              </Button>
            </div>
          )}
        </article>
      ))}
      {quoted && <ProposeQuote excerpt={quoted} onClose={() => setQuoted(null)} />}
    </Panel>
  );
}

function ExcerptThemes({ excerpt }: { excerpt: ReadExcerpt }) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const { themes, open } = finalThemes(passesOf(excerpt), excerpt.settlements);
  const named = (given: readonly ThemeId[]) =>
    given.map((theme) => codebook(`theme.${theme}`)).join(', ');
  return (
    <>
      <p className={styles.meta}>{codebook(`speaker.${excerpt.speaker}`)}</p>
      <p className={styles.meta}>
        {text('note.themes')}: {themes.length > 0 ? named(themes) : text('note.noThemes')}
        {open.length > 0 && `; ${text('note.open', { themes: named(open) })}`}
      </p>
    </>
  );
}

function passesOf({ marks }: ReadExcerpt): Passes {
  const [first, second] = marks.map(({ themes }) => themes);
  return second ? [first ?? [], second] : [first ?? []];
}
