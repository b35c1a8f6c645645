import { rescreensIn } from '@tirek/domain/assessments/rescreening';
import { useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RescreenList } from './rescreen-list.tsx';

/** More would bury the rest of the day; the list has them all. */
const SHOWN = 5;

/** Who is to be asked again now, on the page of the day; nothing where there is nobody. */
export function RescreensToday() {
  const text = useText('rescreening');
  const may = useMay();
  const answer = useRead('listRescreens', {}, { isWanted: may('assessment.read') });
  const { people = [], today = '' } = answer.data ?? {};
  const due = rescreensIn(people, { list: 'due', why: null, holder: null, until: null }, today);
  if (due.length === 0) return null;
  return (
    <Panel
      title={text('today')}
      actions={
        <ButtonLink variant="default" size="compact-sm" to="/rescreens">
          {text('counted', { name: text('today.all'), count: due.length })}
        </ButtonLink>
      }
    >
      <RescreenList people={due.slice(0, SHOWN)} today={today} />
    </Panel>
  );
}
