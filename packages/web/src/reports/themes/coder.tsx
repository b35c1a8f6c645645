import { Button } from '@mantine/core';
import {
  type Coding,
  inCodebookOrder,
  type Note,
  type ReadExcerpt,
  type ThemeId,
} from '@tirek/domain/reports/themes';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './coder.module.css';
import { EndCoding } from './end-coding.tsx';
import { Hints } from './hints.tsx';
import { ThemeChoices } from './theme-choices.tsx';
import { themeOfKey } from './theme-keys.ts';

interface CoderProps {
  readonly note: Note;
  readonly coding: Coding;
  readonly excerpts: readonly ReadExcerpt[];
}

/** One excerpt after the other: read, tick, go on. Every press of the button is kept; keys work while the focus is in here. */
export function Coder({ note, coding, excerpts }: CoderProps) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const errorText = useErrorText();
  const heading = useRef<HTMLHeadingElement>(null);
  const markOf = ({ marks }: ReadExcerpt): readonly ThemeId[] | null =>
    marks.find(({ codingId }) => codingId === coding.id)?.themes ?? null;
  const firstLeft = excerpts.findIndex((excerpt) => markOf(excerpt) === null);
  const [place, setPlace] = useState(Math.max(0, firstLeft));
  const [changed, setChanged] = useState<ReadonlyMap<string, readonly ThemeId[]>>(new Map());
  const mark = useWrite('markExcerpt', { renews: ['getThemeNote'] });
  const excerpt = excerpts[place];
  if (!excerpt) return null;
  const kept = markOf(excerpt);
  const ticked = changed.get(excerpt.id) ?? kept ?? [];
  const isUnsaved = changed.has(excerpt.id) || kept === null;
  const done = excerpts.filter((each) => markOf(each) !== null).length;

  const go = (to: number) => {
    if (to < 0 || to >= excerpts.length) return;
    setPlace(to);
    heading.current?.focus();
  };
  const toggle = (theme: ThemeId) => {
    const without = ticked.filter((each) => each !== theme);
    const next = without.length < ticked.length ? without : inCodebookOrder([...ticked, theme]);
    setChanged(new Map(changed).set(excerpt.id, next));
  };
  const save = async () => {
    if (mark.isPending) return;
    const themes = [...ticked];
    await mark.mutateAsync({ codingId: coding.id, excerptId: excerpt.id, themes }).then(
      () => {
        setChanged((all) => new Map([...all].filter(([id]) => id !== excerpt.id)));
        go(place + 1);
      },
      // The notice below says what went wrong; what was ticked stays.
      () => undefined,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const theme = themeOfKey(event.code);
    const isOnControl = event.target instanceof HTMLButtonElement;
    if (theme) toggle(theme);
    else if (event.key === 'ArrowRight') go(place + 1);
    else if (event.key === 'ArrowLeft') go(place - 1);
    else if (event.key === 'Enter' && !isOnControl) void save();
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Panel>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys do what the boxes and buttons inside do */}
        <div className={styles.coder} onKeyDown={onKeyDown}>
          <div className={styles.head}>
            <h2 ref={heading} tabIndex={-1} className={styles.heading}>
              {text('code.heading', { number: place + 1 })}
            </h2>
            <p className={styles.progress} role="status">
              {text('code.done', { done, all: excerpts.length })} ·{' '}
              {text(isUnsaved ? 'code.unsaved' : 'code.saved')}
            </p>
          </div>
          <progress
            className={styles.bar}
            max={excerpts.length}
            value={done}
            aria-label={text('code.label')}
          />
          <blockquote className={styles.said} lang={note.language}>
            {excerpt.text}
          </blockquote>
          <p className={styles.speaker}>{codebook(`speaker.${excerpt.speaker}`)}</p>
          <Hints text={excerpt.text} language={note.language} />
          <ThemeChoices ticked={ticked} onToggle={toggle} />
          {mark.isError && <Notice kind="refusal">{errorText(mark.error)}</Notice>}
          <div className={styles.foot}>
            <Button variant="default" disabled={place === 0} onClick={() => go(place - 1)}>
              {text('code.before')}
            </Button>
            <Button className={styles.save ?? ''} loading={mark.isPending} onClick={save}>
              {text(ticked.length === 0 ? 'code.saveNone' : 'code.save')}
            </Button>
            <Button
              variant="default"
              disabled={place === excerpts.length - 1}
              onClick={() => go(place + 1)}
            >
              {text('code.after')}
            </Button>
          </div>
          <p className={styles.keys}>{text('code.keys')}</p>
        </div>
      </Panel>
      {done === excerpts.length && changed.size === 0 && <EndCoding coding={coding} />}
    </>
  );
}
