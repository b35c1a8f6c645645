import type { KilledProgram } from './killed-program.ts';

/** How often each thing is there that people wrote. */
export interface KeptWrites {
  readonly answers: number;
  readonly receipts: number;
  readonly campaigns: number;
  /** Rows of the log about the campaigns. */
  readonly told: number;
}

/** What must be there: everything acknowledged, once. */
export const expectedWrites = (answers: number, campaigns: number): KeptWrites => ({
  answers,
  receipts: answers,
  campaigns,
  told: campaigns,
});

/** Counts in the database of a running program what it holds of the answers to a wave and of these campaigns. */
export async function keptWrites(
  program: KilledProgram,
  waveId: string,
  campaigns: readonly string[],
): Promise<KeptWrites> {
  return await program.asOwner(async (client) => {
    const number = async (sql: string, values: unknown[]) =>
      Number((await client.query<{ n: string }>(sql, values)).rows[0]?.n);
    return {
      answers: await number(
        `select coalesce((select sum(answers) from survey_arrival where wave_id = $1), 0)
           + (select count(*) from survey_response where wave_id = $1) as n`,
        [waveId],
      ),
      receipts: await number('select count(*) as n from survey_receipt where wave_id = $1', [
        waveId,
      ]),
      campaigns: await number('select count(*) as n from survey_campaign where id = any($1)', [
        campaigns,
      ]),
      told: await number(
        `select count(*) as n from audit_entry where action = 'createCampaign' and about && $1::uuid[]`,
        [campaigns],
      ),
    };
  });
}
