import { randomUUID } from 'node:crypto';
import { foldCase } from '@tirek/domain/cases';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionOf, settle, sittingOf } from '../consents/test/consenting.ts';
import { colleague } from '../people/test/registering.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import {
  action,
  agreeing,
  closing,
  decision,
  entryInput,
  goal,
  need,
  opening,
  planned,
  submission,
  TODAY,
  words,
  write,
} from './test/casework.ts';

let app: TestApp;
let saule: TestClient;
let gulmira: TestClient;
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  gulmira = app.as('gulmira');
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    id: randomUUID(),
    supervisorId: app.id('gulmira'),
    practitionerId: app.id('saule'),
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const caseOf = async (familyId: string, client = saule) =>
  foldCase((await client.call('getCase', { familyId })).entries);
const tasksIn = async (familyId: string, client = saule) =>
  (await client.call('listCases', {})).cases.find(({ family }) => family.id === familyId)?.tasks;
const tasksOfKind = async (familyId: string, client = saule) =>
  (await tasksIn(familyId, client))?.map(({ kind, dueOn }) => `${kind} ${dueOn}`);

describe('Saule', () => {
  it('opens a case once, and only with somebody who agreed to a record', async () => {
    const { familyId, personId } = await agreeing(saule);
    expect((await caseOf(familyId)).status).toBe('none');
    const input = entryInput(familyId, opening(personId));
    expect(await saule.call('recordCaseEntry', input)).toEqual({ version: 1 });
    expect(await saule.call('recordCaseEntry', input)).toEqual({ version: 1 });
    const again = entryInput(familyId, opening(personId), 1);
    expect(await saule.refusal('recordCaseEntry', again)).toBe('case-open-already');
    const silent = await agreeing(saule, { purposes: [] });
    expect(
      await saule.refusal('recordCaseEntry', entryInput(silent.familyId, opening(silent.personId))),
    ).toBe('case-consent-missing');
  });

  it('works with a woman who refused every question about how she feels', async () => {
    const { familyId, personId } = await agreeing(saule);
    await saule.call('recordConsent', sittingOf(personId, [decisionOf('screening', 'declined')]));
    await write(saule, familyId, opening(personId));
    expect(await write(saule, familyId, need({ personId }))).toEqual({ version: 1 });
  });

  it('sees a need as nobody’s until somebody answers for it, and then by when', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId));
    const wanted = need();
    await write(saule, familyId, wanted);
    expect(await tasksOfKind(familyId)).toEqual([
      'need-unheld 2026-11-30',
      'plan-due 2026-12-23',
      'review-due 2027-02-23',
    ]);
    const held = { body: 'justice-office', dueOn: '2026-12-15' } as const;
    await write(saule, familyId, { ...wanted, value: { ...wanted.value, held } }, 1);
    expect(await tasksOfKind(familyId)).toContain('need-due 2026-12-15');
    expect(await tasksOfKind(familyId)).not.toContain('need-unheld 2026-11-30');
  });

  it('is told the next review by how much attention the family needs', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId, 'high'));
    expect((await caseOf(familyId)).nextReviewOn).toBe('2026-12-23');
    await write(saule, familyId, {
      ...{ kind: 'review', subjectId: randomUUID(), state: 'held', personId: null },
      value: { heldOn: TODAY, attention: 'raised', progress: {} },
      words: words('Жағдайы жақсарды.'),
    });
    expect((await caseOf(familyId)).nextReviewOn).toBe('2027-01-23');
  });

  it('puts a task off with a reason, and it stays due on its day', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId));
    const snooze = (until: string) =>
      entryInput(familyId, {
        ...{ kind: 'snooze', subjectId: randomUUID(), state: 'put-off', personId: null },
        value: {
          ...{ task: 'plan-due', of: familyId, dueOn: '2026-12-23' },
          ...{ until, reason: 'family-asked' },
        },
        words: null,
      });
    expect(await saule.refusal('recordCaseEntry', snooze('2027-03-01'))).toBe('input-invalid');
    await saule.call('recordCaseEntry', snooze('2026-12-01'));
    const task = (await tasksIn(familyId))?.find(({ kind }) => kind === 'plan-due');
    expect(task).toMatchObject({
      ...{ dueOn: '2026-12-23', putOffUntil: '2026-12-01', standing: 'put-off' },
    });
  });

  it('is told in time of a father who is expected back from prison', async () => {
    const { familyId, personId } = await agreeing(saule);
    const expectedRelease = { precision: 'month', date: '2027-06' } as const;
    const evidence = { kind: 'asserted', by: 'relative' } as const;
    await saule.call('recordFamilyFact', {
      ...{ id: randomUUID(), familyId, basedOn: 0, confirmed: [] },
      fact: {
        fact: 'life',
        value: {
          id: personId,
          life: { state: 'imprisoned', since: null, place: 'prison', expectedRelease, evidence },
        },
      },
    });
    const { cases } = await saule.call('listCases', {});
    expect(cases.find(({ family }) => family.id === familyId)?.ahead).toEqual([
      { kind: 'release', personId, from: '2027-06-01', to: '2027-06-30' },
    ]);
  });

  it('amends a note, and both versions stay', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId));
    const note = {
      ...({ kind: 'note', subjectId: randomUUID(), state: 'written', personId } as const),
      value: { form: 'prison-visit', heldOn: TODAY, outcome: 'met' } as const,
      words: words('Бірінші нұсқа.'),
    };
    await write(saule, familyId, note);
    await write(saule, familyId, { ...note, words: words('Екінші нұсқа.') }, 1);
    const other = entryInput(familyId, { ...note, words: words('Үшінші.') }, 1);
    expect(await saule.refusal('recordCaseEntry', other)).toBe('changed-meanwhile');
    const [kept] = (await caseOf(familyId)).notes;
    expect(kept?.versions.map((version) => version.words?.text)).toEqual([
      'Бірінші нұсқа.',
      'Екінші нұсқа.',
    ]);
  });

  it('writes nothing that has not come yet, of no family that others hold, and nothing into a closed case', async () => {
    const { familyId, personId } = await agreeing(saule);
    const later = entryInput(familyId, opening(personId, 'usual', '2026-11-24'));
    expect(await saule.refusal('recordCaseEntry', later)).toBe('case-day-to-come');
    expect(await saule.refusal('recordCaseEntry', entryInput(familyId, need()))).toBe(
      'case-not-open',
    );
    await write(saule, familyId, opening(personId));
    const marat = app.asAccount(await colleague(app, 'marat.case'));
    expect(await marat.refusal('getCase', { familyId })).toBe('not-found');
    expect(await marat.refusal('recordCaseEntry', entryInput(familyId, need()))).toBe('not-found');
    expect(await gulmira.refusal('recordCaseEntry', entryInput(familyId, need()))).toBe(
      'not-allowed',
    );
  });

  it('after a withdrawal writes no word more, and ends what was begun', async () => {
    const { familyId, personId, step, wanted } = await planned(saule);
    // What is said at the same instant has no order.
    app.clock.advance(1);
    await saule.call('withdrawConsent', {
      ...{ id: randomUUID(), personId, purpose: 'service', receiverId: null, party: 'person' },
      ...{ mode: 'verbal', language: 'kk', shown: [{ purpose: 'service', receiverId: null }] },
    });
    expect(await saule.refusal('recordCaseEntry', entryInput(familyId, need()))).toBe(
      'case-consent-missing',
    );
    const done = {
      ...step,
      state: 'done' as const,
      value: { ...step.value, endedOn: TODAY },
    };
    expect(await saule.refusal('recordCaseEntry', entryInput(familyId, done, 1))).toBe(
      'case-consent-missing',
    );
    await write(saule, familyId, { ...done, words: null }, 1);
    await write(saule, familyId, { ...wanted, state: 'met', words: null }, 1);
    await write(saule, familyId, closing(personId), 1);
    await gulmira.call('decideCase', decision(familyId, 'closing', { basedOn: 2 }));
    const familyCase = await caseOf(familyId);
    expect(familyCase.status).toBe('closed');
    expect(familyCase.actions[0]?.words?.text).toBe('Сотқа өтініш беру.');
  });

  it('ends what concerned somebody who has left the family, and begins nothing new about her', async () => {
    const { familyId, personId } = await agreeing(saule);
    const daughter = await agreeing(saule, { given: 'Әсел', familyId });
    await write(saule, familyId, opening(personId));
    const wanted = need({ personId: daughter.personId });
    await write(saule, familyId, wanted);
    const own = await agreeing(saule, { given: 'Күйеуі' });
    const person = { personId: daughter.personId };
    const moved = { id: randomUUID(), familyId: own.familyId, from: TODAY, ...person };
    await saule.call('addFamilyMember', moved);
    const { members } = await saule.call('getFamily', { familyId });
    const memberId = members.find((each) => each.personId === daughter.personId)?.id ?? '';
    await saule.call('endFamilyMember', { id: randomUUID(), familyId, memberId, until: TODAY });
    expect(await saule.refusal('recordCaseEntry', entryInput(familyId, need(person)))).toBe(
      'not-found',
    );
    const ended = { ...wanted, state: 'dropped', words: null } as const;
    expect(await write(saule, familyId, ended, 1)).toEqual({ version: 2 });
  });

  it('leaves nothing behind when the family is given to another colleague', async () => {
    const { familyId, step } = await planned(saule);
    const aigul = await colleague(app, 'aigul.case');
    await app.as('kairat').call('assignSupervision', {
      ...{ id: randomUUID(), supervisorId: app.id('gulmira'), practitionerId: aigul },
    });
    await gulmira.call('handOverFamily', { id: randomUUID(), familyId, accountId: aigul });
    const next = app.asAccount(aigul);
    const done = { ...step, state: 'done' as const, value: { ...step.value, endedOn: TODAY } };
    await write(next, familyId, done, 1);
    expect((await caseOf(familyId, next)).needs[0]?.words?.text).toContain('куәлік');
    expect((await tasksIn(familyId, next))?.length).toBe(3);
    expect(await saule.refusal('getCase', { familyId })).toBe('not-found');
  });

  it('leaves in the log what kind of thing she wrote, and nothing of it readable in the table', async () => {
    const { familyId } = await planned(saule);
    const { entries } = await app
      .as('ruslan')
      .call('listAuditEntries', { action: 'recordCaseEntry' });
    expect(entries[0]).toMatchObject({
      ...{ effect: 'write', facts: { kindOfEntry: 'plan', state: 'submitted' } },
    });
    const rows = await rowsAsOwner<{ value: object; sealed: Buffer | null }>(
      app.database,
      'select value, sealed from case_entry where family_id = $1',
      [familyId],
    );
    const kept = rows.map(({ value, sealed }) => JSON.stringify(value) + String(sealed)).join();
    expect(rows.filter(({ sealed }) => sealed !== null)).toHaveLength(3);
    for (const word of ['куәлік', 'жәрдемақы', 'Сотқа']) expect(kept).not.toContain(word);
  });
});

describe('a plan', () => {
  it('goes to Gulmira, comes back with a word, and is agreed to when it came again', async () => {
    const { familyId, covers } = await planned(saule);
    expect(await tasksOfKind(familyId, gulmira)).toContain('plan-to-approve 2026-11-30');
    const twice = entryInput(familyId, submission(covers), 1);
    expect(await saule.refusal('recordCaseEntry', twice)).toBe('plan-waiting');
    await gulmira.call('decideCase', {
      ...decision(familyId, 'plan', {
        isAgreed: false,
        words: words('Мектеп туралы не ойлайсыз?'),
      }),
    });
    expect(await tasksOfKind(familyId)).toContain('plan-returned 2026-12-07');
    expect((await caseOf(familyId)).plan?.newest.words?.text).toBe('Мектеп туралы не ойлайсыз?');
    await write(saule, familyId, submission(covers), 2);
    await gulmira.call('decideCase', decision(familyId, 'plan', { basedOn: 3 }));
    expect((await caseOf(familyId)).planStanding).toBe('approved');
    const late = decision(familyId, 'plan', { basedOn: 4 });
    expect(await gulmira.refusal('decideCase', late)).toBe('case-not-waiting');
  });

  it('that has a new step since is to be agreed to again; a step that is done changes nothing', async () => {
    const { familyId, aim, step } = await planned(saule);
    await gulmira.call('decideCase', decision(familyId, 'plan'));
    const done = { ...step, state: 'done' as const, value: { ...step.value, endedOn: TODAY } };
    await write(saule, familyId, done, 1);
    expect((await caseOf(familyId)).planStanding).toBe('approved');
    await write(saule, familyId, action(aim.subjectId));
    expect((await caseOf(familyId)).planStanding).toBe('changed');
    expect(await tasksOfKind(familyId)).toContain('plan-changed 2026-12-07');
  });

  it('is printed in three languages, and the name of the file tells of nobody', async () => {
    const { familyId } = await planned(saule);
    for (const language of ['kk', 'ru', 'en'] as const) {
      const answer = await gulmira.raw('getPlanFile', { familyId, language });
      expect(answer.status).toBe(200);
      expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(String(answer.headers['content-disposition'])).toContain(`plan-${language}.pdf`);
    }
  });

  it('goes onto one page and onto a sheet for the next colleague, in three languages', async () => {
    const { familyId } = await planned(saule);
    for (const language of ['kk', 'ru', 'en'] as const) {
      for (const kind of ['summary', 'hand-over'] as const) {
        const answer = await gulmira.raw('getFamilySheet', { familyId, kind, language });
        expect(answer.status).toBe(200);
        expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
        const name = String(answer.headers['content-disposition']);
        expect(name).toContain(`${kind}-${language}.pdf`);
      }
    }
  });

  it('is not sent without a goal and a step', async () => {
    const { familyId, personId } = await agreeing(saule);
    await write(saule, familyId, opening(personId));
    const wanted = need();
    const aim = goal(wanted.subjectId);
    await write(saule, familyId, wanted);
    await write(saule, familyId, aim);
    const sent = entryInput(familyId, submission({ [aim.subjectId]: 1 }));
    expect(await saule.refusal('recordCaseEntry', sent)).toBe('plan-empty');
    const astray = entryInput(familyId, action(randomUUID()));
    expect(await saule.refusal('recordCaseEntry', astray)).toBe('not-found');
  });
});

describe('closing', () => {
  it('waits for Gulmira, may come back, and a closed case is opened again with all that it held', async () => {
    const { familyId, personId } = await planned(saule);
    await write(saule, familyId, closing(personId), 1);
    expect(await tasksOfKind(familyId, gulmira)).toEqual(['closing-to-approve 2026-11-30']);
    expect(await saule.refusal('recordCaseEntry', entryInput(familyId, need()))).toBe(
      'case-not-open',
    );
    await gulmira.call(
      'decideCase',
      decision(familyId, 'closing', { basedOn: 2, isAgreed: false }),
    );
    expect((await caseOf(familyId)).status).toBe('open');
    await write(saule, familyId, closing(personId), 3);
    await gulmira.call('decideCase', decision(familyId, 'closing', { basedOn: 4 }));
    expect(await tasksOfKind(familyId)).toEqual([]);
    await write(saule, familyId, opening(personId), 5);
    const familyCase = await caseOf(familyId);
    expect([familyCase.status, familyCase.needs.length]).toEqual(['open', 1]);
  });

  it('and a plan are never decided by who asked for it, whatever roles she has', async () => {
    const { familyId } = await planned(saule);
    const both = await colleague(app, 'both.roles', 'supervisor');
    await rowsAsOwner(
      app.database,
      `insert into supervision (id, programme_id, supervisor_id, practitioner_id, from_at, assigned_by)
       values ($1, $2, $3, $4, now(), $5)`,
      [randomUUID(), app.programmeId, both, app.id('saule'), app.id('kairat')],
    );
    const other = app.asAccount(both);
    expect((await other.call('getCase', { familyId })).mayDecide).toBe(true);
    await rowsAsOwner(
      app.database,
      `insert into case_entry (id, programme_id, family_id, kind, subject_id, version, state, value, recorded_by, recorded_at, recorded_on)
       values ($1, $2, $3, 'goal', $1, 1, 'open', jsonb_build_object('needs', jsonb_build_array(gen_random_uuid())), $4, $5::timestamptz, $6)`,
      [randomUUID(), app.programmeId, familyId, both, app.clock.now(), TODAY],
    );
    expect(await other.refusal('decideCase', decision(familyId, 'plan'))).toBe('case-decision-own');
    expect(await gulmira.refusal('decideCase', decision(familyId, 'plan'))).toBe(null);
  });
});
