import { addDays, type CaseEntryInput, type NeedCategory, type Words } from '@tirek/domain/cases';
import type { Birth, Sex } from '@tirek/domain/people';
import type { Evidence, LifeStatus, RecordedFact, Union } from '@tirek/domain/people/family-graph';
import type { MadeUpEntry } from '../made-up/case.ts';

type Value<Kind extends CaseEntryInput['kind']> = Extract<CaseEntryInput, { kind: Kind }>['value'];

/** Somebody of a story. `came`: with the people who returned; relatives who did not are told of and not counted. */
export interface StoryPerson {
  readonly name: readonly [family: string, given: string, patronymic?: string];
  readonly sex: Sex;
  readonly birth: Birth;
  readonly came: boolean;
  readonly languages?: readonly string[];
}

/** One invented family with its whole story. */
export interface Story {
  readonly key: string;
  readonly holder: 'saule' | 'ainur';
  readonly language: 'kk' | 'ru';
  /** Days since they were registered. */
  readonly since: number;
  /** Where they lived, and who held them, until so many days ago. */
  readonly movedFrom?: {
    readonly region: string;
    readonly holder: 'nargiza';
    readonly ago: number;
  };
  readonly people: Readonly<Record<string, StoryPerson>>;
  readonly facts: (tell: FactTeller) => void;
  readonly tell: (book: CaseBook) => void;
}

export const born = (date: string): Birth => ({
  precision: date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year',
  date,
});
const said: Evidence = { kind: 'asserted', by: 'person' };
export const paper = (
  document: Extract<Evidence, { kind: 'documented' }>['document'],
): Evidence => ({
  kind: 'documented',
  document,
});

/** Writes down who is whose, by the keys of the story's people. */
export interface FactTeller {
  readonly facts: RecordedFact[];
  alive(...people: string[]): void;
  life(person: string, life: LifeStatus): void;
  union(
    partners: readonly [string, string],
    kind: Union['kind'],
    told?: {
      from?: Birth;
      end?: { how: 'divorce' | 'separation' | 'death' | 'missing'; on: Birth | null };
      evidence?: Evidence;
    },
  ): void;
  children(parents: readonly string[], children: readonly string[], evidence?: Evidence): void;
  care(
    carer: string,
    wards: readonly string[],
    kind: 'guardianship' | 'kin-care',
    from: Birth,
  ): void;
  home(...people: string[]): void;
}

export function factTeller(idOf: (person: string) => string, newId: () => string): FactTeller {
  const facts: RecordedFact[] = [];
  return {
    facts,
    alive(...people) {
      for (const each of people) this.life(each, { state: 'alive', evidence: said });
    },
    life: (person, life) => facts.push({ fact: 'life', value: { id: idOf(person), life } }),
    union([one, other], kind, { from, end, evidence } = {}) {
      facts.push({
        fact: 'union',
        value: {
          ...{ id: newId(), kind, partners: [idOf(one), idOf(other)], from: from ?? null },
          ...{ end: end ?? null, evidence: evidence ?? said },
        },
      });
    },
    children(parents, children, evidence = paper('birth-certificate')) {
      for (const parent of parents)
        for (const child of children)
          facts.push({
            fact: 'parentage',
            value: {
              ...{ id: newId(), parent: idOf(parent), child: idOf(child) },
              ...{ kind: 'biological', evidence },
            },
          });
    },
    care(carer, wards, kind, from) {
      const evidence = kind === 'guardianship' ? paper('guardianship-order') : said;
      for (const ward of wards)
        facts.push({
          fact: 'care',
          value: {
            id: newId(),
            kind,
            carer: idOf(carer),
            ward: idOf(ward),
            from,
            until: null,
            evidence,
          },
        });
    },
    home(...people) {
      const members = people.map((each) => ({ person: idOf(each), from: null, until: null }));
      facts.push({ fact: 'household', value: { id: newId(), members, evidence: said } });
    },
  };
}

/** Writes a case down, each thing so many days ago. */
export interface CaseBook {
  readonly entries: MadeUpEntry[];
  open(
    ago: number,
    attention: Value<'case'> extends never ? never : 'usual' | 'raised' | 'high',
  ): void;
  note(ago: number, form: Value<'note'>['form'], text: string): void;
  need(
    name: string,
    ago: number,
    about: {
      category: NeedCategory;
      severity: Value<'need'>['severity'];
      voice?: Value<'need'>['voice'];
    },
    text: string,
    held?: { body: NonNullable<Value<'need'>['held']>['body']; due: number; office?: string },
  ): void;
  goal(name: string, ago: number, needs: readonly string[], text: string): void;
  step(
    name: string,
    ago: number,
    to: { goal: string; body: Value<'action'>['body']; due: number; office?: string },
    text: string,
  ): void;
  /** The plan as it stands, and the supervisor's yes three days later unless it waits. */
  plan(ago: number, answer?: 'approved' | 'waits'): void;
  done(step: string, ago: number): void;
  met(need: string, ago: number): void;
  reached(goal: string, ago: number): void;
  review(
    ago: number,
    attention: 'usual' | 'raised' | 'high',
    progress: Value<'review'>['progress'],
    text: string,
  ): void;
  /** The family's own wish or what was reached; the supervisor closes it three days later. */
  close(ago: number, text: string): void;
}

export function caseBook(
  { familyId, contact, today }: { familyId: string; contact: string; today: string },
  idOf: (thing: string) => string,
): CaseBook {
  const entries: MadeUpEntry[] = [];
  const newest = new Map<string, MadeUpEntry>();
  const day = (ago: number) => addDays(today, -ago);
  const words = (text: string, body = ''): Words => ({ text, body });
  const covered = new Map<string, number>();
  function write(entry: Omit<MadeUpEntry, 'version' | 'by'>, by: MadeUpEntry['by'] = 'holder') {
    const key = `${entry.kind} ${entry.subjectId}`;
    const next = { ...entry, by, version: (newest.get(key)?.version ?? 0) + 1 };
    newest.set(key, next);
    entries.push(next);
    if (entry.kind === 'goal' || entry.kind === 'action')
      covered.set(entry.subjectId, next.version);
  }
  /** Ends a thing that was written: its next version, with another state and no words. */
  function end(kind: 'need' | 'goal' | 'action', thing: string, change: Partial<MadeUpEntry>) {
    const known = newest.get(`${kind} ${idOf(thing)}`);
    if (!known) throw new RangeError(`Nothing was written of ${thing}.`);
    write({ ...known, ...change, words: null });
  }
  const ofFamily = { personId: null, words: null };
  return {
    entries,
    open(ago, attention) {
      const value = { openedOn: day(ago), attention };
      const kind = 'case' as const;
      write({
        ...ofFamily,
        kind,
        state: 'open',
        subjectId: familyId,
        personId: contact,
        value,
        recordedOn: day(ago),
      });
    },
    note(ago, form, text) {
      const value = { form, heldOn: day(ago), outcome: 'met' as const };
      const subjectId = idOf(`note ${entries.length}`);
      write({
        ...ofFamily,
        kind: 'note',
        state: 'written',
        subjectId,
        value,
        words: words(text),
        recordedOn: day(ago),
      });
    },
    need(name, ago, { voice = 'person', ...about }, text, held) {
      const value = {
        ...{ ...about, voice, notedOn: day(ago) },
        held: held ? { body: held.body, dueOn: addDays(today, held.due) } : null,
      };
      const subjectId = idOf(name);
      write({
        ...ofFamily,
        kind: 'need',
        state: 'open',
        subjectId,
        value,
        words: words(text, held?.office),
        recordedOn: day(ago),
      });
    },
    goal(name, ago, needs, text) {
      const value = { needs: needs.map(idOf) };
      write({
        ...ofFamily,
        kind: 'goal',
        state: 'open',
        subjectId: idOf(name),
        value,
        words: words(text),
        recordedOn: day(ago),
      });
    },
    step(name, ago, { goal, body, due, office }, text) {
      const value = {
        goal: idOf(goal),
        body,
        dueOn: addDays(today, due),
        endedOn: null,
        reason: null,
      };
      const subjectId = idOf(name);
      write({
        ...ofFamily,
        kind: 'action',
        state: 'open',
        subjectId,
        value,
        words: words(text, office),
        recordedOn: day(ago),
      });
    },
    plan(ago, answer = 'approved') {
      const plan = {
        ...ofFamily,
        kind: 'plan' as const,
        subjectId: familyId,
        value: { covers: Object.fromEntries(covered) },
      };
      write({ ...plan, state: 'submitted', recordedOn: day(ago) });
      if (answer === 'approved')
        write({ ...plan, state: 'approved', recordedOn: day(ago - 3) }, 'supervisor');
    },
    done(step, ago) {
      const known = newest.get(`action ${idOf(step)}`);
      end('action', step, {
        ...{ state: 'done', recordedOn: day(ago) },
        value: { ...(known?.value as Value<'action'>), endedOn: day(ago) },
      });
    },
    met: (need, ago) => end('need', need, { state: 'met', recordedOn: day(ago) }),
    reached: (goal, ago) => end('goal', goal, { state: 'reached', recordedOn: day(ago) }),
    review(ago, attention, progress, text) {
      const value = {
        ...{ heldOn: day(ago), attention },
        progress: Object.fromEntries(
          Object.entries(progress).map(([need, how]) => [idOf(need), how]),
        ),
      };
      const subjectId = idOf(`review ${ago}`);
      write({
        ...ofFamily,
        kind: 'review',
        state: 'held',
        subjectId,
        value,
        words: words(text),
        recordedOn: day(ago),
      });
    },
    close(ago, text) {
      const ending = {
        ...ofFamily,
        kind: 'case' as const,
        subjectId: familyId,
        personId: contact,
        value: { reason: 'goals-reached' as const },
      };
      write({ ...ending, state: 'closing', words: words(text), recordedOn: day(ago) });
      write({ ...ending, state: 'closed', recordedOn: day(ago - 3) }, 'supervisor');
    },
  };
}
