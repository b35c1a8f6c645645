import {
  CLOSING_REASONS,
  type casesContract,
  type NeedCategory,
  UNDONE_REASONS,
} from '@tirek/domain/cases';
import type { OutputOf } from '@tirek/domain/contract';
import type { ClashWords } from '../people/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useCaseWords } from './case-shown.ts';
import { VALUE } from './while-offline.ts';

type Shown = OutputOf<(typeof casesContract)['getCase']>;

/** Closed lists of words by the field that holds them. */
const LISTS: Readonly<Record<string, string>> = {
  attention: 'attention',
  severity: 'severity',
  voice: 'voice',
  form: 'form',
  outcome: 'outcome',
  body: 'body',
};

/** Why a step was not done, a support ends, or an item of a preparation is not for this family. */
function reasonsWith(reason: string): string {
  if ((UNDONE_REASONS as readonly string[]).includes(reason)) return 'undone';
  return (CLOSING_REASONS as readonly string[]).includes(reason) ? 'closing' : 'preparation.reason';
}

/** Words for the fields in which two versions of an entry of a case differ. */
export function useCaseClashWords(nameOf: (personId: string) => string, now: unknown): ClashWords {
  const text = useText('cases');
  const none = useText('people')('none');
  const { t, category } = useCaseWords();
  const format = useFormat();
  const labels: Readonly<Record<string, string>> = {
    state: text('end.state'),
    personId: text('need.about'),
    text: text('need.text'),
    body: text('need.bodyName'),
    'value.form': text('note.form'),
    'value.heldOn': text('note.on'),
    'value.outcome': text('note.outcome'),
    'value.category': text('need.category'),
    'value.severity': text('need.severity'),
    'value.voice': text('need.voice'),
    'value.notedOn': text('note.on'),
    'value.held': text('need.body'),
    'value.needs': text('goal.needs'),
    'value.body': text('action.body'),
    'value.dueOn': text('need.due'),
    'value.endedOn': text('end.on'),
    'value.reason': text('end.reason'),
    'value.attention': text('open.attention'),
    'value.openedOn': text('open.on'),
    'value.progress': text('needs'),
  };
  const word = (list: string, one: unknown) => t(`${list}.${one}` as 'form.visit');
  const ends: Readonly<Record<string, string>> = {
    ...{ met: text('end.met'), dropped: text('end.dropped'), reached: text('end.reached') },
    ...{ done: text('end.done'), 'not-done': text('end.not-done'), open: text('status.open') },
  };
  const needName = (id: string) => {
    const entries = (now as Shown | undefined)?.entries ?? [];
    const need = entries.findLast((each) => each.kind === 'need' && each.subjectId === id);
    return need?.kind === 'need' ? category(need.value.category) : none;
  };
  return {
    label: (key) => labels[key] ?? text('title'),
    value(key, value) {
      if (value === null || value === undefined || value === '') return none;
      const field = key.replace(VALUE, '');
      if (key === 'personId') return nameOf(String(value)) || text('gone');
      if (key === 'state') return ends[String(value)] ?? none;
      if (key === 'text' || key === 'body') return String(value);
      if (field.endsWith('On')) return format.date(String(value));
      if (field === 'category') return category(value as NeedCategory);
      if (field === 'reason') return word(reasonsWith(String(value)), value);
      if (field === 'needs') return (value as string[]).map(needName).join(', ');
      if (field === 'held') {
        const { body, dueOn } = value as { body: string; dueOn: string };
        return text('need.held', { body: word('body', body), date: format.date(dueOn) });
      }
      if (field === 'progress') {
        return Object.entries(value as Record<string, string>)
          .map(([need, went]) => `${needName(need)}: ${word('progress', went)}`)
          .join('; ');
      }
      const list = LISTS[field];
      return list ? word(list, value) : String(value);
    },
  };
}
