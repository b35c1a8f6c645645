import { Button } from '@mantine/core';
import { type ToldEntry, tellCase } from '@tirek/domain/cases';
import { useMemo, useState } from 'react';
import { PapersOf } from '../files/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import type { CaseShown } from './case-shown.ts';
import styles from './cases.module.css';
import type { CaseDialog } from './dialogs.tsx';

const SHOWN_FIRST = 12;
const yearOf = ({ on }: ToldEntry) => on.slice(0, 4);

/** Everything that happened, year by year, newest first, in sentences; nothing that was amended is gone. */
export function StoryPanel({
  shown,
  onOpen,
}: {
  shown: CaseShown;
  onOpen: (dialog: CaseDialog) => void;
}) {
  const text = useText('cases');
  const { language } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const { familyCase, nameOf } = shown;
  const told = useMemo(
    () => tellCase(familyCase, { language, name: nameOf }),
    [familyCase, language, nameOf],
  );
  const part = isWhole ? told : told.slice(0, SHOWN_FIRST);
  return (
    <Panel title={text('story')}>
      {told.length === 0 && <p className={styles.quiet}>{text('story.none')}</p>}
      {[...new Set(part.map(yearOf))].map((year) => (
        <section key={year}>
          <h3 className={styles.storyYear}>{year}</h3>
          <ol className={styles.story}>
            {part
              .filter((each) => yearOf(each) === year)
              .map((each) => (
                <StoryLine key={each.id} told={each} shown={shown} onOpen={onOpen} />
              ))}
          </ol>
        </section>
      ))}
      {part.length < told.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {text('story.more')}
        </Button>
      )}
    </Panel>
  );
}

function StoryLine({
  told,
  shown,
  onOpen,
}: {
  told: ToldEntry;
  shown: CaseShown;
  onOpen: (dialog: CaseDialog) => void;
}) {
  const text = useText('cases');
  const format = useFormat();
  const { on, sentence, words, personId, recordedBy, entry } = told;
  const isAbout = personId !== null && entry.kind !== 'case';
  const note = shown.familyCase.notes.find(({ id }) => id === entry.subjectId);
  const canAmend = shown.canWrite && note !== undefined && note.newest.id === entry.id;
  return (
    <li>
      <p className={styles.storyDay}>{format.date(on)}</p>
      <div className={styles.storyWords}>
        <p className={styles.sentence}>
          {sentence}
          {isAbout && (
            <span className={styles.quiet}>
              {' '}
              ({text('story.about', { name: shown.nameOf(personId) })})
            </span>
          )}
        </p>
        {words?.text && <p className={styles.words}>{words.text}</p>}
        {note && <PapersOf familyId={shown.family.id} subjectId={note.id} />}
        <p className={styles.small}>
          {text('story.by', { name: shown.authors[recordedBy] ?? text('gone') })}
          {canAmend && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => onOpen({ what: 'note', known: note })}
            >
              {text('note.amend')}
            </Button>
          )}
        </p>
      </div>
    </li>
  );
}
