import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PIECE_BYTES } from '@tirek/domain/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeing, opening, planned, write } from '../cases/test/casework.ts';
import { settle } from '../consents/test/consenting.ts';
import { colleague } from '../people/test/registering.ts';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';
import { pdfFault } from './check-pdf.ts';
import { forgetPieces } from './forget-pieces.ts';
import { pdf, photograph, TAKEN_AT } from './test/pictures.ts';

let app: TestApp;
let saule: TestClient;
let family: { familyId: string; personId: string };
beforeAll(async () => {
  app = await testApp();
  saule = app.as('saule');
  await settle(app);
  await app.as('kairat').call('assignSupervision', {
    id: randomUUID(),
    supervisorId: app.id('gulmira'),
    practitionerId: app.id('saule'),
  });
  family = await planned(saule);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Sending {
  readonly familyId?: string;
  readonly attachmentId?: string;
  readonly personId?: string | null;
  readonly subjectId?: string | null;
}

/** Sends the pieces of something and has them put together. @returns its id. */
async function attach(content: Buffer, given: Sending = {}, by = saule): Promise<string> {
  const { familyId = family.familyId, personId = null, subjectId = null } = given;
  const attachmentId = given.attachmentId ?? randomUUID();
  const same = { familyId, attachmentId, personId };
  const pieces = Math.ceil(content.length / PIECE_BYTES);
  for (let place = 0; place < pieces; place += 1) {
    const piece = content.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES);
    await by.call('sendPiece', {
      ...{ id: randomUUID(), ...same, place, content: piece.toString('base64') },
    });
  }
  const kept = { id: randomUUID(), ...same, subjectId, paper: 'form' as const, pieces };
  await by.call('keepAttachment', kept);
  return attachmentId;
}
const refused = async (content: Buffer, given: Sending = {}, by = saule) => {
  try {
    await attach(content, given, by);
    return null;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};
const listed = async (familyId = family.familyId, by = saule) =>
  (await by.call('listAttachments', { familyId })).attachments;

describe('a photograph of a paper form', () => {
  it('comes back as the picture it was, without where it was taken, as a file that may run nothing', async () => {
    const subjectId = randomUUID();
    const id = await attach(photograph({ bytes: 400_000 }), { subjectId });
    const [shown] = await listed();
    expect(shown).toMatchObject({
      ...{ id, subjectId, personId: null, paper: 'form', mediaType: 'image/jpeg', isThere: true },
      withdrawn: null,
    });
    const { status, bytes, headers } = await saule.raw('getAttachment', { attachmentId: id });
    expect([status, bytes.length]).toEqual([200, shown?.bytes]);
    expect(bytes.length).toBeGreaterThan(400_000);
    expect(bytes.includes(TAKEN_AT)).toBe(false);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="attachment.jpg"',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('sent twice, by a line that lost the answer, is there once', async () => {
    const before = (await listed()).length;
    const [content, attachmentId] = [photograph(), randomUUID()];
    const same = { familyId: family.familyId, attachmentId, personId: null };
    const piece = { ...same, place: 0, content: content.toString('base64') };
    for (const id of [randomUUID(), randomUUID()]) await saule.call('sendPiece', { ...piece, id });
    const kept = { ...same, id: randomUUID(), subjectId: null, paper: 'form' as const, pieces: 1 };
    expect(await saule.call('keepAttachment', kept)).toEqual(
      await saule.call('keepAttachment', kept),
    );
    expect(await listed()).toHaveLength(before + 1);
  });

  it('of which a piece is missing is not kept, and is once the piece has come', async () => {
    const [content, attachmentId] = [photograph({ bytes: 200_000 }), randomUUID()];
    const same = { familyId: family.familyId, attachmentId, personId: null };
    const [first, second] = [0, 1].map((place) => ({
      ...{ ...same, id: randomUUID(), place },
      content: content.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES).toString('base64'),
    }));
    const kept = { ...same, id: randomUUID(), subjectId: null, paper: 'form' as const, pieces: 2 };
    await saule.call('sendPiece', second as never);
    expect(await saule.refusal('keepAttachment', kept)).toBe('attachment-incomplete');
    await saule.call('sendPiece', first as never);
    expect(await saule.refusal('keepAttachment', kept)).toBeNull();
  });

  it('lies in the database without a byte in clear, also while it is on its way', async () => {
    const content = photograph({ bytes: 3000 });
    await attach(content);
    await saule.call('sendPiece', {
      ...{ id: randomUUID(), familyId: family.familyId, attachmentId: randomUUID() },
      ...{ personId: null, place: 0, content: content.toString('base64') },
    });
    const rows = await rowsAsOwner<{ sealed: Buffer }>(
      app.database,
      'select sealed from attachment_content union all select sealed from attachment_piece',
      [],
    );
    expect(rows.length).toBeGreaterThan(1);
    const middle = content.subarray(1000, 1040);
    expect(rows.filter(({ sealed }) => sealed.includes(middle))).toEqual([]);
  });
});

describe('what is not a photograph or a quiet PDF is not kept, whatever it is called:', () => {
  it.each<[string, Buffer, string]>([
    ['a drawing with a script', Buffer.from('<svg onload="alert(1)">'), 'attachment-kind-refused'],
    ['a page', Buffer.from('<!doctype html><script>1</script>'), 'attachment-kind-refused'],
    ['an archive', Buffer.from('PK\u0003\u0004 forty-two'), 'attachment-kind-refused'],
    ['half a picture', photograph().subarray(0, 300), 'attachment-damaged'],
    [
      'a PDF that runs something',
      pdf({ objects: '4 0 obj\n<< /S /JavaScript /JS (1) >>\nendobj\n' }),
      'attachment-active',
    ],
    [
      'one that spells it otherwise',
      pdf({ objects: '4 0 obj\n<< /S /J#61vaScr#69pt >>\nendobj\n' }),
      'attachment-active',
    ],
    [
      'one that opens a program',
      pdf({ objects: '4 0 obj\n<< /S /Launch /F (cmd) >>\nendobj\n' }),
      'attachment-active',
    ],
    [
      'one with a file in it',
      pdf({ objects: '4 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n' }),
      'attachment-active',
    ],
    [
      'one that packs it away',
      pdf({ packed: deflateSync('4 0 << /S /JavaScript /JS (1) >>') }),
      'attachment-active',
    ],
    [
      'one that hides it in what looks like a stream',
      pdf({ objects: '4 0 obj\n(>> stream\n5 0 obj << /S /JavaScript >> endstream)\nendobj\n' }),
      'attachment-active',
    ],
    [
      'one that unpacks without end',
      pdf({ packed: deflateSync(Buffer.alloc(64 * 1024 * 1024)) }),
      'attachment-damaged',
    ],
    [
      'one packed in another way',
      pdf({ packed: Buffer.from('x'), filter: '[/ASCIIHexDecode /FlateDecode]' }),
      'attachment-damaged',
    ],
    [
      'one behind a password',
      pdf({ objects: '4 0 obj\n<< /Encrypt 9 0 R >>\nendobj\n' }),
      'attachment-damaged',
    ],
    [
      'one that is an archive too',
      Buffer.concat([pdf(), Buffer.from('PK\u0003\u0004 more')]),
      'attachment-damaged',
    ],
  ])('%s', async (_, content, code) => {
    expect(await refused(content)).toBe(code);
  });

  it('a usual PDF is kept, with objects packed or not', async () => {
    expect(await refused(pdf())).toBeNull();
    expect(
      pdfFault(pdf({ packed: deflateSync('4 0 << /Type /Font /BaseFont /Times >>') })),
    ).toBeNull();
  });

  it('what stands behind a picture’s end is cut off', async () => {
    const id = await attach(photograph({ behind: 'PK\u0003\u0004 <script>1</script>' }));
    const { bytes } = await saule.raw('getAttachment', { attachmentId: id });
    expect([bytes.includes('script'), bytes.subarray(-2).toString('hex')]).toEqual([false, 'ffd9']);
  });

  it('a piece larger than a piece, more pieces than there may be, and paths for ids do not get in', async () => {
    const same = { id: randomUUID(), familyId: family.familyId, attachmentId: randomUUID() };
    const small = { ...same, personId: null, place: 0, content: 'AAAA' };
    const tried = [
      { ...small, content: 'A'.repeat(PIECE_BYTES * 2) },
      { ...small, place: 64 },
      { ...small, content: '../../etc/passwd' },
      { ...small, attachmentId: '..%2F..%2Fetc' },
    ];
    for (const input of tried) {
      const { status } = await saule.raw('sendPiece', input);
      expect([400, 413]).toContain(status);
    }
  });
});

describe('nobody attaches or sees what is not hers:', () => {
  it('another practitioner, a supervisor and Dana', async () => {
    const id = await attach(photograph());
    const other = app.asAccount(await colleague(app, 'other.practitioner', 'practitioner'));
    for (const [by, may] of [
      [other, 'none'],
      [app.as('dana'), 'none'],
      [app.as('gulmira'), 'see'],
    ] as const) {
      expect(await refused(photograph(), {}, by)).toMatch(/not-(allowed|found)/);
      const { status } = await by.raw('getAttachment', { attachmentId: id });
      expect(status === 200).toBe(may === 'see');
      const withdrawal = { id: randomUUID(), attachmentId: id, reason: 'unreadable' as const };
      expect(await by.refusal('withdrawAttachment', withdrawal)).toMatch(/not-(allowed|found)/);
    }
  });

  it('a member of another family is no reason, nor somebody who did not agree, nor a closed case', async () => {
    const stranger = await agreeing(saule, { given: 'Бөтен' });
    const silent = await agreeing(saule, {
      given: 'Аружан',
      purposes: [],
      familyId: family.familyId,
    });
    expect(await refused(photograph(), { personId: stranger.personId })).toBe('not-allowed');
    expect(await refused(photograph(), { personId: silent.personId })).toBe('case-consent-missing');
    expect(await refused(photograph(), { familyId: stranger.familyId })).toBe('case-not-open');
  });

  it('pieces of one are no pieces of another, nor of a colleague’s', async () => {
    const other = await agreeing(saule);
    await write(saule, other.familyId, opening(other.personId));
    const attachmentId = randomUUID();
    const content = photograph().toString('base64');
    const at = { id: randomUUID(), attachmentId, personId: null };
    await saule.call('sendPiece', { ...at, familyId: family.familyId, place: 0, content });
    const keeping = { ...at, id: randomUUID(), subjectId: null, paper: 'form' as const, pieces: 1 };
    expect(await saule.refusal('keepAttachment', { ...keeping, familyId: other.familyId })).toBe(
      'attachment-incomplete',
    );
  });

  it('not even past the program: the rows of the database say no', async () => {
    const id = await attach(photograph());
    const asked = (who: string, text: string) =>
      rowsAsApp(
        app.database,
        {
          ...{ actor_kind: 'account', actor_id: who, programme_id: app.programmeId },
          fully_signed_in: 'yes',
        },
        text,
      );
    const failing = async (who: string, text: string) =>
      await asked(who, text).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    const dana = app.id('dana');
    for (const table of [
      'attachment',
      'attachment_content',
      'attachment_piece',
      'attachment_withdrawal',
    ]) {
      expect(await asked(dana, `select 1 from ${table}`)).toEqual([]);
    }
    expect(await asked(app.id('gulmira'), 'select 1 from attachment_piece')).toEqual([]);
    const mine = app.id('saule');
    const content = `insert into attachment_content values ('${id}', 'x')`;
    expect(await failing(app.id('gulmira'), content)).toBe('42501');
    for (const text of [
      'delete from attachment_content',
      `update attachment_content set sealed = 'x'`,
      `update attachment set paper = 'letter'`,
      'delete from attachment_withdrawal',
    ]) {
      expect(await failing(mine, text)).toBe('42501');
    }
  });
});

it('is hers, under whichever of her two records it was attached', async () => {
  const { familyId, personId } = await agreeing(saule);
  const spare = await agreeing(saule, { given: 'Madina', familyId });
  await write(saule, familyId, opening(personId));
  const before = await attach(photograph(), { familyId, personId: spare.personId });
  app.clock.advance(1);
  const pair = { personId, otherId: spare.personId };
  const { conflicts } = await saule.call('previewMerge', pair);
  await saule.call('askMerge', { id: randomUUID(), ...pair, confirmed: conflicts });
  // From a page that was open meanwhile.
  const after = await attach(photograph(), { familyId, personId: spare.personId });
  const shown = await listed(familyId);
  expect(new Set(shown.map((each) => `${each.id} ${each.personId}`))).toEqual(
    new Set([`${before} ${personId}`, `${after} ${personId}`]),
  );
  for (const attachmentId of [before, after]) {
    expect((await saule.raw('getAttachment', { attachmentId })).status).toBe(200);
  }
});

describe('what is attached goes', () => {
  it('when Saule takes it back with a reason: the row stays, the content nowhere', async () => {
    const id = await attach(photograph());
    const withdrawal = { id: randomUUID(), attachmentId: id, reason: 'wrong-family' as const };
    await saule.call('withdrawAttachment', withdrawal);
    expect((await listed()).find((each) => each.id === id)).toMatchObject({
      withdrawn: { reason: 'wrong-family' },
      isThere: false,
    });
    expect((await saule.raw('getAttachment', { attachmentId: id })).status).toBe(404);
    const left = await rowsAsOwner(
      app.database,
      'select 1 from attachment_content where attachment_id = $1',
      [id],
    );
    expect(left).toEqual([]);
    const again = { ...withdrawal, id: randomUUID() };
    expect(await saule.refusal('withdrawAttachment', again)).toBe('already-done');
  });

  it('with an erasure: hers and what shows the whole family, not what is about her sister', async () => {
    const mother = await agreeing(saule);
    const { familyId } = mother;
    const sister = await agreeing(saule, { given: 'Дана', familyId });
    await write(saule, familyId, opening(mother.personId));
    const [ofMother, ofFamily, ofSister] = [
      await attach(photograph(), { familyId, personId: mother.personId }),
      await attach(photograph(), { familyId }),
      await attach(photograph(), { familyId, personId: sister.personId }),
    ];
    await rowsAsOwner(
      app.database,
      'insert into erasure (person_id, programme_id, erased_at) values ($1, $2, now())',
      [mother.personId, app.programmeId],
    );
    const there = (await listed(familyId)).filter(({ isThere }) => isThere).map(({ id }) => id);
    expect([ofMother, ofFamily, ofSister].filter((id) => there.includes(id))).toEqual([ofSister]);
  });

  it('after a day when it never became whole', async () => {
    const pieces = () => rowsAsOwner(app.database, 'select 1 from attachment_piece', []);
    expect((await pieces()).length).toBeGreaterThan(0);
    const clock = () => new Date(app.clock().getTime() + 25 * 3_600_000);
    await forgetPieces.run({
      ...({} as never as Parameters<typeof forgetPieces.run>[0]),
      database: app.database,
      clock,
    });
    expect(await pieces()).toEqual([]);
  });
});
