import { Button } from '@mantine/core';
import { fullName } from '@tirek/domain/people';
import { foldSupport } from '@tirek/domain/support';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { GroupSheetDialog } from './group-sheet-dialog.tsx';
import { type GroupShown, groupsOf } from './groups-of.ts';
import { NewGroupDialog } from './new-group-dialog.tsx';
import styles from './support.module.css';
import { useSupportWords } from './use-support-words.ts';
import { whatGiven } from './what-given.ts';

/** The groups of a practitioner, or of her team: who comes, and the sheet after each meeting. */
export function GroupsPage() {
  const text = useText('support');
  const may = useMay();
  const { now } = useClient();
  const today = useFormat().dateOf(now());
  const read = useRead('listSupportGroups', {});
  const families = useRead('listFamilies', {});
  const [isNew, setNew] = useState(false);
  const [group, setGroup] = useState<GroupShown | null>(null);
  const { data } = read;
  const groups = data ? groupsOf(foldSupport({ ...data, aid: [] })) : [];
  const names = new Map(
    (families.data?.families ?? []).flatMap(({ members }) =>
      members.map(
        ({ personId, name }) => [personId, name ? fullName(name) : text('gone')] as const,
      ),
    ),
  );
  return (
    <Page
      title={text('groups')}
      intro={text('groups.intro')}
      isNarrow
      actions={
        data &&
        may('support.record') && <Button onClick={() => setNew(true)}>{text('groups.new')}</Button>
      }
    >
      {(read.isPending || families.isPending) && <LoadingState lines={6} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {data && groups.length === 0 && (
        <Panel>
          <EmptyState icon="people" title={text('groups.none')} />
        </Panel>
      )}
      {groups.map((each) => (
        <GroupPanel key={each.groupId} group={each} names={names} onSheet={() => setGroup(each)} />
      ))}
      {data && isNew && (
        <NewGroupDialog names={names} today={today} onClose={() => setNew(false)} />
      )}
      {data && group && (
        <GroupSheetDialog {...{ group, names }} today={today} onClose={() => setGroup(null)} />
      )}
    </Page>
  );
}

function GroupPanel({
  group,
  names,
  onSheet,
}: {
  group: GroupShown;
  names: ReadonlyMap<string, string>;
  onSheet: () => void;
}) {
  const text = useText('support');
  const format = useFormat();
  const t = useSupportWords();
  const may = useMay();
  const { course, courses, heldOn } = group;
  return (
    <Panel title={whatGiven(course, t)}>
      <p className={styles.quiet}>
        {text('groups.since', { date: format.date(course.beganOn) })}
        {heldOn && ` · ${text('groups.met', { date: format.date(heldOn) })}`}
      </p>
      <ul className={styles.rows}>
        {courses.map(({ course: own, attended, expected, missedInRow }) => (
          <li key={own.id}>
            <p className={styles.name}>{names.get(own.personId) ?? text('gone')}</p>
            <p className={styles.quiet}>{text('attended', { attended, expected })}</p>
            {missedInRow >= 2 && (
              <p className={styles.late}>{text('missedInRow', { count: missedInRow })}</p>
            )}
          </li>
        ))}
      </ul>
      {may('support.record') && (
        <div className={styles.buttons}>
          <Button onClick={onSheet}>{text('sheet.title')}</Button>
        </div>
      )}
    </Panel>
  );
}
