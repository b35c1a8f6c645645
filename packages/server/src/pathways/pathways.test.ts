import { randomUUID } from 'node:crypto';
import { DEFAULT_PATHWAY, type Pathway } from '@tirek/domain/pathways';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';

let app: TestApp;
let aliya: TestClient;
let dana: TestClient;
let saule: TestClient;
beforeAll(async () => {
  app = await testApp();
  aliya = app.as('aliya');
  dana = app.as('dana');
  saule = app.as('saule');
});
afterAll(() => app[Symbol.asyncDispose]());

const sooner: Pathway = { ...DEFAULT_PATHWAY, evaluationDays: 7 };
const newest = async () => (await dana.call('listPathwayVersions', {})).versions[0];
const written = async (pathway: Pathway = sooner) => {
  const basedOn = (await newest())?.version ?? 0;
  await aliya.call('writePathway', { id: randomUUID(), basedOn, pathway });
  return (await newest())?.id ?? '';
};
const about = (versionId: string) => ({ id: randomUUID(), versionId });

describe('the pathway of a programme', () => {
  it('is the one that ships until somebody puts another in force', async () => {
    const { inForce, forms } = await saule.call('getPathway', {});
    expect(inForce).toMatchObject({ version: 0, pathway: DEFAULT_PATHWAY });
    expect(forms.map(({ code }) => code)).toContain('phq-9');
    expect(forms.map(({ code }) => code)).not.toContain('needs-assessment-2022');
  });

  it('is written by Aliya, tried, and put in force by Dana: never untried, and never by its author', async () => {
    const id = await written();
    await expect(dana.call('publishPathway', about(id))).rejects.toMatchObject({
      code: 'pathway-untested',
    });
    await aliya.call('markPathwayTested', about(id));
    await expect(aliya.call('publishPathway', about(id))).rejects.toMatchObject({
      code: 'own-pathway',
    });
    expect((await saule.call('getPathway', {})).inForce.version).toBe(0);
    await dana.call('publishPathway', about(id));
    const { inForce } = await saule.call('getPathway', {});
    expect(inForce).toMatchObject({ id, state: 'published', pathway: { evaluationDays: 7 } });
    expect(inForce.published?.by).toContain('Дана');
    await expect(dana.call('publishPathway', about(id))).rejects.toMatchObject({
      code: 'already-done',
    });
  });

  it('is refused with the places where it is not safe, and where another was written meanwhile', async () => {
    const { version: basedOn = 0 } = (await newest()) ?? {};
    const pathway = { ...sooner, rules: sooner.rules.filter(({ id }) => id !== 'danger-now') };
    await expect(
      aliya.call('writePathway', { id: randomUUID(), basedOn, pathway }),
    ).rejects.toMatchObject({
      code: 'pathway-refused',
      details: { findings: [{ fault: 'safety-first', word: 'S0' }] },
    });
    await expect(
      aliya.call('writePathway', { id: randomUUID(), basedOn: basedOn + 1, pathway: sooner }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('knows no condition on what anybody believes, whoever asks for one', async () => {
    const [rule] = sooner.rules;
    const leaf = { kind: 'religiosity', atLeast: 'marked' };
    const when = { match: 'any', of: [{ match: 'any', of: [{ not: false, is: leaf }] }] };
    const pathway = { ...sooner, rules: [{ ...rule, when }, ...sooner.rules.slice(1)] };
    const { version: basedOn = 0 } = (await newest()) ?? {};
    await expect(
      aliya.call('writePathway', { id: randomUUID(), basedOn, pathway: pathway as Pathway }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('cannot be changed once it is written, and the database itself refuses its author', async () => {
    const id = await written();
    const insert = (who: string) =>
      rowsAsApp(
        app.database,
        {
          ...{ actor_kind: 'account', actor_id: who },
          ...{ programme_id: app.programmeId, fully_signed_in: 'yes' },
        },
        `insert into pathway_mark (id, programme_id, version_id, mark, marked_by, marked_at)
         values ('${randomUUID()}', '${app.programmeId}', '${id}', 'published', '${who}', now())`,
      );
    await expect(insert(app.id('dana'))).rejects.toThrow(/row-level security/);
    await aliya.call('markPathwayTested', about(id));
    await expect(insert(app.id('aliya'))).rejects.toThrow(/row-level security/);
    await expect(insert(app.id('saule'))).rejects.toThrow(/row-level security/);
    await expect(insert(app.id('dana'))).resolves.toEqual([]);
    await expect(
      rowsAsOwner(app.database, `update pathway_version set pathway = '{}' where id = $1`, [id]),
    ).rejects.toThrow();
  });
});
