import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWho5 } from '../../assessments/testing/an-assessment.ts';
import { type CaseEntry, foldCase, NO_LIFE } from '../../cases/index.ts';
import { DEFAULT_PATHWAY, NOTHING_KNOWN, type Step, stepOf } from '../index.ts';
import {
  compareWaiting,
  distressOf,
  factsOf,
  foldSteps,
  isAskedBy,
  isAssigned,
  KeptOutcome,
  type KnownOfPerson,
  type StepDecision,
  type StepProposal,
  stepObstacle,
  unevaluatedOf,
  waitingOf,
} from './index.ts';

const TODAY = '2026-12-01';
const MADINA = '00000000-0000-7000-8000-00000000000a';
const SAULE = '00000000-0000-7000-8000-00000000000b';
const GULMIRA = '00000000-0000-7000-8000-00000000000c';
const UNDECIDED = stepOf(DEFAULT_PATHWAY, NOTHING_KNOWN, TODAY);

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const dayOf = (number: number) => new Date(Date.UTC(2026, 8, number)).toISOString();

/** Proposed on the n-th day. */
const proposal = (day: number, step: Step | null, actBy: string | null = null): StepProposal => ({
  ...{ id: idOf(100 + day), assessmentId: null, versionId: null, actBy },
  outcome: KeptOutcome.parse({ ...UNDECIDED, step, reason: step ? 'rule' : 'undecided' }),
  ...{ countsFrom: dayOf(day), countsOn: dayOf(day).slice(0, 10) },
  ...{ madeAt: dayOf(day), madeOn: dayOf(day).slice(0, 10) },
});
const judged = { wish: 'wants', functioning: null, words: null } as const;
const envelope = (day: number, of: StepProposal, decidedBy: string) => ({
  ...{ id: idOf(1000 + day), proposalId: of.id, decidedBy },
  ...{ decidedAt: dayOf(day).replace('T00', 'T12'), decidedOn: dayOf(day).slice(0, 10) },
});
const confirms = (day: number, of: StepProposal, by = SAULE): StepDecision => ({
  ...envelope(day, of, by),
  ...judged,
  ...{ kind: 'confirmed', step: of.outcome.step ?? '1' },
});
const changes = (day: number, of: StepProposal, step: Step, by = SAULE): StepDecision => ({
  ...envelope(day, of, by),
  ...judged,
  ...{ kind: 'changed', step, reason: 'knows-more' },
});
const declines = (day: number, of: StepProposal): StepDecision => ({
  ...envelope(day, of, SAULE),
  ...judged,
  ...{ kind: 'declined', reason: 'own-wish' },
});
const asksAgain = (day: number, of: StepProposal, by = SAULE): StepDecision => ({
  ...envelope(day, of, by),
  ...{ kind: 'asked-again', words: null },
});

describe('where the care of Madina stands', () => {
  const first = proposal(1, '3');
  const second = proposal(10, '4');

  it('waits for a human until one decides, and a newer proposal takes the place of one nobody decided on', () => {
    expect(foldSteps([], []).state).toBe('none');
    expect(foldSteps([proposal(1, null)], []).state).toBe('untold');
    expect(foldSteps([first], []).state).toBe('waiting');
    const folded = foldSteps([second, first], []);
    expect(folded).toMatchObject({ current: { id: second.id }, state: 'waiting', standing: null });
    expect(foldSteps([first], [confirms(2, first)]).state).toBe('decided');
    expect(foldSteps([first, second], [confirms(2, first)]).state).toBe('waiting');
  });

  it('keeps since when a step stands however often it is confirmed, and goes on with it when another is declined', () => {
    const again = proposal(5, '3');
    const decided = [confirms(2, first), confirms(6, again), declines(11, second)];
    expect(foldSteps([first, again, second], decided).standing).toEqual({
      step: '3',
      since: '2026-09-02',
      careSince: '2026-09-02',
    });
  });

  it('is the same in whatever order and how often its rows arrive', () => {
    const proposals = [first, second, proposal(20, '2')];
    const decisions = [
      confirms(2, first),
      asksAgain(11, second),
      changes(12, second, '3', GULMIRA),
    ];
    const expected = foldSteps(proposals, decisions);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...proposals, ...proposals], { minLength: 6 }),
        fc.shuffledSubarray([...decisions, ...decisions], { minLength: 6 }),
        (some, others) => {
          expect(foldSteps(some, others)).toEqual(expected);
        },
      ),
    );
  });

  it('is looked at again by somebody else than who decided, or than who wrote down that she asks', () => {
    const decided = [confirms(2, first, SAULE), asksAgain(3, first, GULMIRA)];
    expect(foldSteps([first], decided)).toMatchObject({ state: 'again', notBy: SAULE });
    expect(foldSteps([first], [asksAgain(3, first, SAULE)]).notBy).toBe(SAULE);
    const after = foldSteps([first], [...decided, changes(4, first, '2', GULMIRA)]);
    expect(after).toMatchObject({ state: 'decided', notBy: null });
    expect(foldSteps([first, second], decided)).toMatchObject({ state: 'again', notBy: SAULE });
  });

  it('is clinical from the first result in the range until a lighter step is decided', () => {
    const since = (proposals: StepProposal[], decisions: StepDecision[]) =>
      foldSteps(proposals, decisions).clinicalSince;
    const more = proposal(12, '4');
    expect(since([first], [])).toBeNull();
    expect(since([second, more], [])).toBe('2026-09-10');
    expect(since([second, more], [confirms(13, more)])).toBe('2026-09-12');
    expect(since([second, proposal(14, '2')], [])).toBeNull();
    expect(since([second], [confirms(11, second)])).toBe('2026-09-10');
    expect(since([second], [declines(11, second)])).toBeNull();
    expect(since([second, proposal(14, '2')], [confirms(11, second)])).toBe('2026-09-10');
    expect(since([second], [confirms(11, second), changes(12, second, '3')])).toBeNull();
    expect(since([first], [changes(2, first, '4')])).toBe('2026-09-02');
  });
});

describe('a decision', () => {
  const current = proposal(1, '3');
  const folded = foldSteps([current], [confirms(2, current, SAULE)]);
  const obstacle = (over: Partial<Parameters<typeof stepObstacle>[1]>) =>
    stepObstacle(folded, {
      ...{ proposalId: current.id, basedOn: 1, by: SAULE },
      decision: { kind: 'changed', step: '2', reason: 'other', ...judged },
      ...over,
    });

  it('is about the newest proposal, and about all that was said of it', () => {
    expect(obstacle({})).toBeNull();
    expect(obstacle({ proposalId: idOf(9) })).toBe('step-replaced');
    expect(obstacle({ basedOn: 0 })).toBe('changed-meanwhile');
  });

  it('confirms the proposed step and no other, and changes it to another', () => {
    expect(obstacle({ decision: { kind: 'confirmed', step: '4', ...judged } })).toBe(
      'changed-meanwhile',
    );
    expect(obstacle({ decision: { kind: 'changed', step: '3', reason: 'other', ...judged } })).toBe(
      'step-not-changed',
    );
  });
});

describe('what a pathway is told of her', () => {
  let written = 0;
  const entry = (over: object) => {
    written += 1;
    return {
      ...{ id: idOf(written), subjectId: idOf(1), version: 1, words: null },
      ...{ recordedBy: SAULE, recordedAt: `${TODAY}T05:00:00Z`, recordedOn: TODAY },
      ...over,
    } as CaseEntry;
  };
  const opened = entry({
    ...{ kind: 'case', state: 'open', personId: MADINA },
    value: { attention: 'usual', openedOn: '2026-01-01' },
  });
  const need = (number: number, category: string, personId: string | null, held: object | null) =>
    entry({
      ...{ kind: 'need', state: 'open', subjectId: idOf(number), personId },
      value: { category, severity: 'marked', voice: 'person', notedOn: TODAY, held },
    });
  const call = (number: number, outcome: string, heldOn: string) =>
    entry({
      ...{ kind: 'note', state: 'written', subjectId: idOf(number), personId: null },
      value: { form: 'call', heldOn, outcome },
    });
  const known = (over: Partial<KnownOfPerson> = {}): KnownOfPerson => ({
    ...{ personId: MADINA, assessments: [], formsOnSafety: new Set(['who-5']), dangers: [] },
    ...{ born: { from: '1990-05-17', to: '1990-05-17' }, families: [], decisions: [] },
    ...{ steps: foldSteps([], []), provider: null, meetings: [] },
    ...over,
  });
  const told = (over: Partial<KnownOfPerson>) =>
    factsOf(known(over), { pathway: DEFAULT_PATHWAY, today: TODAY });
  const familyOf = (...entries: CaseEntry[]) => ({
    ...{ familyCase: foldCase([opened, ...entries]), life: NO_LIFE, members: [] },
  });

  it('takes what nobody wrote down for unknown, never for no', () => {
    expect(told({ dangers: null, born: null, families: null })).toEqual(NOTHING_KNOWN);
    expect(told({ families: [] })).toMatchObject({ needs: null, missedContacts: null });
  });

  it('knows that nothing tells of danger only where somebody asked, and lately', () => {
    expect(told({}).signals).toBeNull();
    expect(told({ assessments: [aWho5('33333', { takenOn: '2026-11-01' })] }).signals).toEqual([]);
    const old = told({ assessments: [aWho5('33333', { takenOn: '2024-11-01' })] });
    expect(old.signals).toBeNull();
    const danger = { kind: 'violence', urgency: 'today' } as const;
    expect(told({ dangers: [{ ...danger, isOver: false }] }).signals).toEqual([danger]);
    expect(told({ dangers: [{ ...danger, isOver: true }] })).toMatchObject({
      ...{ signals: null, riskBefore: true },
    });
  });

  it('gives an age only where she can have no other', () => {
    expect(told({}).age).toBe(36);
    expect(told({ born: { from: '1990-01-01', to: '1990-12-31' } }).age).toBeNull();
  });

  it('reads her own needs and her family’s, and nobody else’s', () => {
    const family = familyOf(
      need(1, 'housing', null, null),
      need(2, 'distress', MADINA, null),
      need(3, 'school', SAULE, null),
    );
    expect(told({ families: [family] }).needs).toEqual(['housing', 'distress']);
  });

  it('counts contacts at which nobody was met back to the last one that met her', () => {
    const met = call(1, 'met', '2026-10-01');
    const missed = [call(2, 'not-met', '2026-10-10'), call(3, 'not-met', '2026-10-20')];
    const put = call(4, 'postponed', '2026-10-15');
    const count = (...calls: CaseEntry[]) =>
      told({ families: [familyOf(...calls)] }).missedContacts;
    expect(count(...missed, met, put)).toBe(2);
    expect(count(met)).toBe(0);
    expect(count(...missed)).toBe(2);
    expect(count()).toBeNull();
  });

  it('counts meetings that she missed as well, once for a day of which a note tells too', () => {
    const meeting = (heldOn: string, isMet: boolean) => ({
      ...{ heldOn, isMet, recordedAt: `${heldOn}T09:00:00Z` },
    });
    const missed = [meeting('2026-10-20', false), meeting('2026-10-27', false)];
    expect(told({ meetings: [meeting('2026-10-13', true), ...missed] }).missedContacts).toBe(2);
    const noted = call(1, 'not-met', '2026-10-27');
    const { missedContacts } = told({ families: [familyOf(noted)], meetings: missed });
    expect(missedContacts).toBe(2);
    const called = familyOf(call(2, 'met', '2026-10-28'));
    expect(told({ families: [called], meetings: missed }).missedContacts).toBe(0);
  });

  it('forgets how daily life went once that is a year ago', () => {
    const steps = (on: string) => ({
      standing: null,
      functioning: { level: 'severe' as const, on },
    });
    expect(told({ steps: steps('2026-03-01') }).functioning).toBe('severe');
    expect(told({ steps: steps('2025-03-01') }).functioning).toBeNull();
  });

  it('tells of a father’s release ahead and of a child born, as far as the days are known', () => {
    const life = {
      imprisoned: [
        {
          ...{ personId: SAULE, since: null, recordedOn: TODAY },
          release: { precision: 'month', date: '2027-02' } as const,
        },
      ],
      events: [{ kind: 'died' as const, on: '2026-10-02' }],
    };
    const members = [
      { personId: GULMIRA, birth: { precision: 'day', date: '2026-11-03' } as const },
      { personId: MADINA, birth: { precision: 'day', date: '1990-05-17' } as const },
    ];
    expect(told({ families: [{ ...familyOf(), life, members }] }).events).toEqual([
      { event: 'release-ahead', on: '2027-02-01' },
      { event: 'birth', on: '2026-11-03' },
      { event: 'death', on: '2026-10-02' },
    ]);
  });

  it('looks at nothing of an instrument about which the pathway asks nothing', () => {
    expect(isAskedBy(DEFAULT_PATHWAY, ['who-5'])).toBe(true);
    expect(isAskedBy(DEFAULT_PATHWAY, ['itq'])).toBe(true);
    expect(isAskedBy(DEFAULT_PATHWAY, ['proqol-5', 'cyrm-r'])).toBe(false);
  });

  it('finds her distressed need in somebody’s hands, or a peer supporter, or nobody', () => {
    const held = { body: 'clinic', dueOn: TODAY };
    const assigned = (hasPeer: boolean, ...needs: CaseEntry[]) =>
      isAssigned({ personId: MADINA, hasPeer }, [foldCase([opened, ...needs])]);
    expect(assigned(false)).toBe(false);
    expect(assigned(true)).toBe(true);
    expect(assigned(false, need(1, 'distress', MADINA, held))).toBe(true);
    expect(assigned(false, need(1, 'distress', MADINA, null))).toBe(false);
    expect(assigned(false, need(1, 'distress', SAULE, held))).toBe(false);
    expect(assigned(false, need(1, 'papers', MADINA, held))).toBe(false);
  });
});

describe('a gap', () => {
  const now = '2026-12-01T05:00:00.000Z';

  it('waits with the overdue first, then what is due first, then what waits longest', () => {
    const late = proposal(1, '4', '2026-09-15T00:00:00.000Z');
    const soon = proposal(2, '4', '2026-12-10T00:00:00.000Z');
    const any = proposal(3, '2');
    expect([any, soon, late].toSorted(compareWaiting)).toEqual([late, soon, any]);
    expect(waitingOf(foldSteps([late], []), now)).toMatchObject({ isOverdue: true });
    expect(waitingOf(foldSteps([soon], []), now)).toMatchObject({ isOverdue: false });
    expect(waitingOf(foldSteps([late], [declines(2, late)]), now)).toBeNull();
    expect(waitingOf(foldSteps([proposal(1, null)], []), now)).toBeNull();
  });

  it('opens on the day after the last on which she should have been evaluated', () => {
    const heavy = proposal(1, '4');
    const gap = (today: string, decisions: StepDecision[] = []) =>
      unevaluatedOf(foldSteps([heavy], decisions), { evaluationDays: 14, today });
    expect(gap('2026-09-15')).toBeNull();
    expect(gap('2026-09-16')).toEqual({ since: '2026-09-01', dueOn: '2026-09-15' });
    const evaluated = (day: number, evaluatedOn: string): StepDecision => ({
      ...envelope(day, heavy, SAULE),
      ...{ kind: 'evaluated', evaluatedOn, words: null },
    });
    expect(gap('2026-09-16', [evaluated(5, '2026-09-05')])).toBeNull();
    expect(gap('2026-09-16', [evaluated(5, '2026-08-20')])).not.toBeNull();
  });

  it('tells that somebody is distressed by the step that waits, else by the one that stands', () => {
    const mild = proposal(1, '2');
    expect(distressOf(foldSteps([mild], []))).toBe('2');
    expect(distressOf(foldSteps([mild], [declines(2, mild)]))).toBeNull();
    expect(distressOf(foldSteps([mild], [changes(2, mild, '1')]))).toBeNull();
    expect(distressOf(foldSteps([mild], [confirms(2, mild)]))).toBe('2');
  });
});
