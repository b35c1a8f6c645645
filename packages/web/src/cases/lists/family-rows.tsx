import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ListedFamily } from '@tirek/domain/cases';
import { useState } from 'react';
import { familyName, memberName, usePaperWords } from '../../people/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useAheadWords } from '../ahead-words.ts';
import { useCaseWords } from '../case-shown.ts';
import styles from './lists.module.css';

interface FamilyRowsProps {
  readonly families: readonly ListedFamily[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** A team has a hundred families and more; so many are shown at a time. */
const PAGE = 50;

/** The families of a list, each with what brought it there, to be chosen for something that is done to several. */
export function FamilyRows({ families, chosen, onChoose }: FamilyRowsProps) {
  const text = useText('cases');
  const [most, setMost] = useState(PAGE);
  const shown = families.slice(0, most);
  const left = families.length - shown.length;
  const ids = shown.map(({ summary }) => summary.family.id);
  const isWhole = ids.every((id) => chosen.has(id));
  const toggle = (id: string, isChosen: boolean) =>
    onChoose(new Set(isChosen ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  return (
    <>
      <Checkbox
        className={styles.every ?? ''}
        label={text('lists.chooseAll')}
        checked={isWhole}
        indeterminate={!isWhole && ids.some((id) => chosen.has(id))}
        onChange={(event) => onChoose(new Set(event.currentTarget.checked ? ids : []))}
      />
      <ul className={styles.rows}>
        {shown.map((listed) => (
          <li key={listed.summary.family.id} className={styles.row}>
            <FamilyRow
              listed={listed}
              isChosen={chosen.has(listed.summary.family.id)}
              onChange={(isChosen) => toggle(listed.summary.family.id, isChosen)}
            />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button variant="default" size="sm" onClick={() => setMost(most + PAGE)}>
          {text('lists.more', { count: Math.min(left, PAGE) })}
        </Button>
      )}
    </>
  );
}

const TONES = { overdue: 'bad', today: 'waiting', upcoming: 'going', 'put-off': 'over' } as const;

function FamilyRow({
  listed: { summary, tasks, events, papers },
  isChosen,
  onChange,
}: {
  listed: ListedFamily;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}) {
  const text = useText('cases');
  const { t, category } = useCaseWords();
  const { told, when } = useAheadWords();
  const words = usePaperWords();
  const format = useFormat();
  const { family, status, attention, nextReviewOn } = summary;
  const name = familyName(family) || text('gone');
  const about = (id: string) => memberName(family, id);
  return (
    <>
      <Checkbox
        aria-label={text('lists.choose', { name })}
        checked={isChosen}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className={styles.words}>
        <p className={styles.name}>
          <Link to="/families/$familyId/case" params={{ familyId: family.id }}>
            {name}
          </Link>
        </p>
        <p className={styles.small}>
          {[
            ...(family.isOwn ? [] : [text('lists.heldBy', { name: family.holder })]),
            text(`status.${status}`),
            ...(status === 'open'
              ? [text('lists.attention', { attention: t(`attention.${attention}`) })]
              : []),
            ...(nextReviewOn
              ? [text('lists.review', { date: format.date(nextReviewOn, 'medium') })]
              : []),
          ].join(' · ')}
        </p>
        {tasks.length + events.length + papers.length > 0 && (
          <ul className={styles.reasons}>
            {tasks.map((task) => (
              <li key={`${task.kind} ${task.subjectId} ${task.dueOn}`}>
                <span>
                  {t(`task.${task.kind}`)}
                  {about(task.subjectId) && `: ${about(task.subjectId)}`}
                  {task.category && `: ${category(task.category)}`}
                </span>
                <StatusMark
                  tone={TONES[task.standing]}
                  label={text(`when.${task.standing}`, {
                    date: format.date(task.putOffUntil ?? task.dueOn, 'medium'),
                  })}
                />
              </li>
            ))}
            {events.map((event) => (
              <li key={`${event.kind} ${event.personId} ${event.from}`}>
                <span>{told(event, about(event.personId) ?? text('gone'))}</span>
                <span className={styles.quiet}>{when(event)}</span>
              </li>
            ))}
            {papers.map(({ subjectId, personId, kind, reasons, since }) => (
              <li key={subjectId}>
                <span>
                  {`${about(personId) ?? text('gone')}: ${words.kind(kind)}`}
                  {reasons.length > 0 && ` (${reasons.map(words.reason).join(', ')})`}
                </span>
                <span className={styles.quiet}>
                  {text('lists.stuckSince', { date: format.date(since, 'medium') })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
