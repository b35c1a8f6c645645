import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../db/database.ts';
import { onServer, throwAwayDatabase } from '../test/throw-away-database.ts';
import { type AuditLink, closeLink } from './audit-chain.ts';
import { listLinks } from './queries.ts';
import { MARK_KEY, sealAll, tamper, verify, writeEntries } from './test-log.ts';

let database: Database & AsyncDisposable;
/** Numbers of the entries in order, and of the links. */
let entries: number[];
let links: AuditLink[];
let head: { sequence: number; hash: string };

beforeAll(async () => {
  database = await throwAwayDatabase();
  for (const count of [4, 1, 7, 3, 5]) {
    await writeEntries(database, count);
    await sealAll(database);
  }
  links = await database.jobs.transaction().execute((tx) => listLinks(tx, 0, 100));
  entries = links.flatMap((link) => link.entryIds);
  const last = links.at(-1) as AuditLink;
  head = { sequence: last.sequence, hash: last.hash.toString('hex') };
  await tamper(
    database,
    `create table entry_copy as table audit_entry; create table seal_copy as table audit_seal`,
  );
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
});

/** Tampers, checks, and puts everything back. */
async function findingAfter(statements: string, parameters: unknown[] = []) {
  try {
    await tamper(database, statements, parameters);
    return (await verify(database, [head])).finding;
  } finally {
    await tamper(
      database,
      `truncate audit_entry, audit_seal;
       insert into audit_entry overriding system value select * from entry_copy;
       insert into audit_seal select * from seal_copy`,
    );
  }
}

const anEntry = () => fc.nat().map((n) => entries[n % entries.length] as number);
const aLink = () => fc.nat().map((n) => (n % links.length) + 1);
const RUNS = { numRuns: 60 };

/** A different value for each column of an entry, in terms of the old one. */
const ENTRY_CHANGES = {
  transaction: `(transaction::text::numeric + 1)::text::xid8`,
  at: `at + interval '1 microsecond'`,
  programme_id: `gen_random_uuid()`,
  actor_kind: `'account'`,
  actor_id: `gen_random_uuid()`,
  action: `action || ' '`,
  effect: `'write'`,
  about: `about || gen_random_uuid()`,
  facts: `facts || '{"n": 99}'`,
};

const SEAL_CHANGES = {
  kind: `'restored', entries = 0, entry_ids = '{}', entry_hashes = ''`,
  first_transaction: `(first_transaction::text::numeric + 1)::text::xid8`,
  first_entry: `first_entry + 1`,
  last_transaction: `(last_transaction::text::numeric + 1)::text::xid8`,
  last_entry: `last_entry + 1`,
  total_entries: `total_entries + 1`,
  sealed_at: `sealed_at + interval '1 microsecond'`,
  entry_ids: `array_prepend(0::bigint, entry_ids[2:])`,
  entry_hashes: `set_byte(entry_hashes, 0, 255 - get_byte(entry_hashes, 0))`,
  previous_hash: `set_byte(previous_hash, 31, 255 - get_byte(previous_hash, 31))`,
  hash: `set_byte(hash, 7, 255 - get_byte(hash, 7))`,
  mark: `set_byte(mark, 7, 255 - get_byte(mark, 7))`,
};

describe('checking the chain', () => {
  it('finds nothing where nothing was done', async () => {
    expect(await verify(database, [head])).toMatchObject({
      finding: null,
      links: 5,
      entries: 20,
      unsealed: 0,
      head,
    });
  });

  it('names an entry that was altered, whatever was altered in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anEntry(),
        fc.constantFrom(...(Object.keys(ENTRY_CHANGES) as (keyof typeof ENTRY_CHANGES)[])),
        async (id, column) => {
          const finding = await findingAfter(
            `update audit_entry set ${column} = ${ENTRY_CHANGES[column]} where id = ${id}`,
          );
          expect(finding).toMatchObject({ entry: id });
          expect(finding?.kind).toMatch(/^entry-(altered|inserted)$/);
        },
      ),
      RUNS,
    );
  });

  it('names an entry that is gone, and one that got another number', async () => {
    await fc.assert(
      fc.asyncProperty(anEntry(), async (id) => {
        expect(await findingAfter(`delete from audit_entry where id = ${id}`)).toEqual({
          kind: 'entry-missing',
          link: links.find((link) => link.entryIds.includes(id))?.sequence,
          entry: id,
        });
        const renumbered = await findingAfter(
          `alter table audit_entry alter id drop identity; update audit_entry set id = 999 where id = ${id};
           alter table audit_entry alter id add generated always as identity`,
        );
        expect(renumbered).toMatchObject({
          kind: expect.stringMatching(/^entry-(missing|inserted)$/),
        });
        expect([id, 999]).toContain(renumbered && 'entry' in renumbered && renumbered.entry);
      }),
      { numRuns: 20 },
    );
  });

  it('names an entry that was slipped in anywhere before the end', async () => {
    await fc.assert(
      fc.asyncProperty(anEntry(), async (id) => {
        const isLast = id === entries.at(-1);
        const finding = await findingAfter(
          `insert into audit_entry overriding system value
           select ${isLast ? 0 : 900}, transaction, at, programme_id, actor_kind, actor_id, action, effect, about, facts
           from audit_entry where id = ${id}`,
        );
        expect(finding).toMatchObject({ kind: 'entry-inserted', entry: isLast ? 0 : 900 });
      }),
      { numRuns: 20 },
    );
  });

  it('names an entry that was slipped in before the very first', async () => {
    const finding = await findingAfter(
      `insert into audit_entry overriding system value
       select -5, '0', at, programme_id, actor_kind, actor_id, action, effect, about, facts
       from audit_entry where id = ${entries[0]}`,
    );
    expect(finding).toEqual({ kind: 'entry-inserted', link: 1, entry: -5 });
  });

  it('names the first of two entries that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(anEntry(), anEntry(), async (one, other) => {
        fc.pre(one !== other);
        const finding = await findingAfter(
          `update audit_entry set about = other.about, facts = other.facts, at = other.at
           from entry_copy other
           where audit_entry.id in (${one}, ${other}) and other.id in (${one}, ${other}) and other.id <> audit_entry.id`,
        );
        expect(finding).toMatchObject({ kind: 'entry-altered', entry: Math.min(one, other) });
      }),
      RUNS,
    );
  });

  it('names a link that was altered, whatever was altered in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        aLink(),
        fc.constantFrom(...(Object.keys(SEAL_CHANGES) as (keyof typeof SEAL_CHANGES)[])),
        async (sequence, column) => {
          const finding = await findingAfter(
            `update audit_seal set ${column} = ${SEAL_CHANGES[column]} where sequence = ${sequence}`,
          );
          expect(finding).toEqual({
            kind: column === 'mark' ? 'link-forged' : 'link-altered',
            link: sequence,
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('names a link that is gone, at the end as well', async () => {
    for (const { sequence } of links) {
      const finding = await findingAfter(`delete from audit_seal where sequence = ${sequence}`);
      expect(finding).toEqual(
        sequence === head.sequence
          ? { kind: 'tail-missing', link: sequence, end: sequence - 1 }
          : { kind: 'link-missing', link: sequence },
      );
    }
  });

  it('notices that the end was cut off with everything that belonged to it', async () => {
    const cut = links[3] as AuditLink;
    const ids = links.slice(3).flatMap((link) => link.entryIds);
    const finding = await findingAfter(
      `delete from audit_seal where sequence >= ${cut.sequence}; delete from audit_entry where id in (${ids})`,
    );
    expect(finding).toEqual({ kind: 'tail-missing', link: head.sequence, end: 3 });
    expect(await findingAfter('truncate audit_entry, audit_seal')).toEqual({
      kind: 'tail-missing',
      link: head.sequence,
      end: 0,
    });
  });

  it('names the first of two links that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(aLink(), aLink(), async (one, other) => {
        fc.pre(one !== other);
        const finding = await findingAfter(
          `update audit_seal set sequence = -sequence where sequence in (${one}, ${other});
           update audit_seal set sequence = case sequence when -${one} then ${other} else ${one} end
           where sequence < 0`,
        );
        expect(finding).toEqual({ kind: 'link-altered', link: Math.min(one, other) });
      }),
      { numRuns: 15 },
    );
  });

  it('refuses a link that was put at the end or at the beginning', async () => {
    const columns = await onServer(database.owner, async (client) => {
      const { rows } = await client.query(
        `select column_name as name from information_schema.columns where table_name = 'audit_seal'`,
      );
      return rows.map((row) => row.name as string);
    });
    const others = columns.filter((name) => name !== 'sequence').join(', ');
    for (const sequence of [6, 0, -3]) {
      const finding = await findingAfter(
        `insert into audit_seal (sequence, ${others}) select ${sequence}, ${others} from audit_seal where sequence = 5`,
      );
      expect(finding).toEqual({ kind: 'link-altered', link: sequence });
    }
  });

  it('is not fooled by whoever computes the chain anew without the key of the installation', async () => {
    const forged = rewritten(links, Buffer.alloc(32, 9));
    expect(await findingAfter(...replaced(forged))).toEqual({ kind: 'link-forged', link: 2 });
  });

  it('knows a chain that was computed anew by the head that was written down before', async () => {
    const forged = rewritten(links, MARK_KEY);
    expect(await findingAfter(...replaced(forged))).toEqual({
      kind: 'head-differs',
      link: head.sequence,
    });
  });
});

/** The chain as somebody would write it who wants the second link to have been made at another time. */
function rewritten(chain: readonly AuditLink[], key: Buffer): AuditLink[] {
  const made: AuditLink[] = [];
  for (const link of chain) {
    const previousHash = made.at(-1)?.hash ?? link.previousHash;
    const sealedAt = link.sequence === 2 ? '2020-01-01T00:00:00.000000Z' : link.sealedAt;
    made.push(link.sequence === 1 ? link : closeLink({ ...link, previousHash, sealedAt }, key));
  }
  return made;
}

function replaced(chain: readonly AuditLink[]): [string, unknown[]] {
  return [
    `update audit_seal set previous_hash = made.previous_hash, hash = made.hash, mark = made.mark,
       sealed_at = made.sealed_at
     from unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bytea[], $5::timestamptz[])
       as made (sequence, previous_hash, hash, mark, sealed_at)
     where made.sequence = audit_seal.sequence`,
    [
      chain.map((link) => link.sequence),
      chain.map((link) => link.previousHash),
      chain.map((link) => link.hash),
      chain.map((link) => link.mark),
      chain.map((link) => link.sealedAt),
    ],
  ];
}
