import type { OfferAnswer } from '@tirek/domain/cases';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

interface OfferRow {
  readonly id: string;
  readonly familyId: string;
  readonly isOwn: boolean;
  readonly colleague: string;
  readonly region: string | null;
  readonly people: number;
  readonly offeredOn: string;
  readonly answer: OfferAnswer | null;
}

/** What the actor offered of the families she holds, and what waits for her. */
export async function listOffers(tx: Tx): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select id, family_id, is_own, colleague, region_code as region, people, offered_on, answer from offers_of_actor()`.execute(
    tx,
  );
  return rows;
}

/** Colleagues of one region other than the actor's, by name; null: of those who work in none. */
export async function listColleaguesElsewhere(
  tx: Tx,
  region: string | null,
): Promise<{ accountId: string; name: string }[]> {
  const { rows } = await sql<{ accountId: string; name: string }>`
    select account_id, display_name as name from colleagues_elsewhere(${region}) order by display_name, account_id`.execute(
    tx,
  );
  return rows;
}

/** @returns false where the actor may not offer it to this colleague now. */
export async function insertOffer(
  tx: Tx,
  row: { id: string; familyId: string; accountId: string; now: string; today: string },
): Promise<boolean> {
  const { rows } = await sql<{ isDone: boolean }>`
    select offer_family(${row.id}, ${row.familyId}, ${row.accountId}, ${row.now}, ${row.today}::date) as is_done`.execute(
    tx,
  );
  return rows[0]?.isDone ?? false;
}

/** @returns the family; null where the actor cannot answer so, or not any more. */
export async function answerOffer(
  tx: Tx,
  row: { id: string; offerId: string; answer: OfferAnswer; now: string },
): Promise<string | null> {
  const { rows } = await sql<{ familyId: string | null }>`
    select answer_family_offer(${row.id}, ${row.offerId}, ${row.answer}, ${row.now}) as family_id`.execute(
    tx,
  );
  return rows[0]?.familyId ?? null;
}

/** Who held a family within reach; the first first. */
export async function listHolders(
  tx: Tx,
  familyId: string,
): Promise<{ name: string; region: string | null; from: string; until: string | null }[]> {
  const { rows } = await sql<{
    name: string;
    region: string | null;
    from: string;
    until: string | null;
  }>`
    select display_name as name, region_code as region, from_at as "from", until_at as "until"
    from holders_of_family(${familyId})`.execute(tx);
  return rows;
}
