import {
  type CaseEntry,
  type CaseEntryInput,
  type CaseKind,
  type casesContract,
  foldCase,
  type Standing,
  versionIn,
  type Words,
} from '@tirek/domain/cases';
import type { InputOf, OutputOf } from '@tirek/domain/contract';
import {
  differingFields,
  type Input,
  mergedFields,
  type WaitingRules,
} from '../offline/waiting-rule.ts';

type Written = InputOf<(typeof casesContract)['recordCaseEntry']>;
type Shown = OutputOf<(typeof casesContract)['getCase']>;

const subjectOf = ({ entry, familyId }: Written): string =>
  'subjectId' in entry ? entry.subjectId : familyId;

/** What is written into a case can wait for signal; a supervisor's decision cannot: it is about what stands now. */
export const casesWhileOffline: WaitingRules = {
  recordCaseEntry: {
    about: (input) => `case ${subjectOf(input as Written)}`,
    answer: (input) => ({ version: Number(input.basedOn) + 1 }),
    shows(read, input) {
      const written = input as Written;
      if (read.name !== 'getCase' || read.input.familyId !== written.familyId) return read.output;
      const shown = read.output as Shown;
      const { id, basedOn, entry } = written;
      const waiting = {
        ...{ ...entry, id, subjectId: subjectOf(written), version: basedOn + 1 },
        // Only its holder writes into a case; her account is not told with it, so the write stands for her.
        ...{ recordedBy: id, recordedAt: instantOf(id), recordedOn: shown.today },
      } as CaseEntry;
      return {
        ...shown,
        entries: [...shown.entries, waiting],
        authors: { ...shown.authors, [id]: shown.family.holder },
      };
    },
    clash: {
      read: ({ familyId }) => ({ name: 'getCase', input: { familyId } }),
      fields(input, now) {
        const written = input as Written;
        const theirs = standingOf(written, now as Shown);
        if (!theirs) return [];
        return differingFields(fieldsOf(written.entry), theirs);
      },
      settled(input, now, theirs) {
        const written = input as Written;
        const shown = now as Shown;
        const { entry } = written;
        const merged: Input = mergedFields(
          fieldsOf(entry),
          standingOf(written, shown) ?? {},
          theirs,
        );
        const { text = '', body = '' } = merged as Partial<Words>;
        const value = Object.fromEntries(
          Object.keys(entry.value).map((key) => [key, merged[VALUE + key]]),
        );
        return {
          ...input,
          basedOn: versionIn(shown.entries, entry.kind, subjectOf(written)),
          entry: {
            ...{ ...entry, state: merged.state, personId: merged.personId, value },
            words: entry.words && { text, body },
          },
        };
      },
    },
  },
};

/** Words have names of their own that a value has too. */
export const VALUE = 'value.';

/** An entry as the fields that two versions of it may differ in. */
function fieldsOf(entry: CaseEntryInput | CaseEntry, words: Words | null = entry.words): Input {
  const value = Object.entries(entry.value).map(([key, one]) => [VALUE + key, one]);
  return {
    state: entry.state,
    personId: entry.personId,
    ...Object.fromEntries(value),
    ...(words ? { text: words.text, body: words.body } : {}),
  };
}

type AnyStanding = { [Kind in CaseKind]: Standing<Kind> }[CaseKind];

/** What stands of the same thing now, with the words that were said last. */
function standingOf(written: Written, { entries }: Shown): Input | null {
  const subjectId = subjectOf(written);
  const { standing, plan, needs, goals, actions, reviews, notes, ...rest } = foldCase(entries);
  const all: Array<AnyStanding | null> = [
    ...[standing, plan, ...needs, ...goals, ...actions, ...reviews, ...notes, ...rest.snoozes],
    ...[...rest.preparations, ...rest.questions],
  ];
  const found = all.find(
    (each) => each?.id === subjectId && each.newest.kind === written.entry.kind,
  );
  return found ? fieldsOf(found.newest, found.words) : null;
}

/** When an id was made, as a UUIDv7 tells it. */
const instantOf = (id: string): string =>
  new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString();
