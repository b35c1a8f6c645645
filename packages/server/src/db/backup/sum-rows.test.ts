import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { describe, expect, it } from 'vitest';
import { throwAwayDatabase } from '../../test/throw-away-database.ts';
import { sumRows } from './sum-rows.ts';

/** What a server of PostgreSQL sends at once. */
const BUFFER = 8192;

describe('the rows of a table that is copied out', () => {
  it('are counted wherever the server cuts what it sends, also where its own count comes in a packet later', async () => {
    await using database = await throwAwayDatabase();
    const client = new pg.Client(database.owner);
    await client.connect();
    try {
      await client.query('create table probe (told text)');
      for (let length = BUFFER - 80; length <= BUFFER + 20; length += 1) {
        await client.query('truncate probe');
        await client.query(
          `insert into probe values (repeat('ғ', 2)), (repeat('x', $1::integer))`,
          [length],
        );
        const summed = sumRows();
        const stream = client.query(copyTo('copy probe (told) to stdout'));
        for await (const piece of stream as AsyncIterable<Buffer>) summed.add(piece);
        expect(summed.sums(), `${length}`).toMatchObject({ rows: 2, bytes: length + 6 });
      }
    } finally {
      await client.end();
    }
  });
});
