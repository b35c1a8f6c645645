import { foldCase } from '@tirek/domain/cases';
import { describe, expect, it } from 'vitest';
import { casesWhileOffline } from './while-offline.ts';

const ID = '019acf00-0000-7000-8000-00000000000';
const words = (text: string) => ({ text, body: '' });
const opening = {
  ...{ kind: 'case', state: 'open', personId: `${ID}1`, subjectId: `${ID}3`, words: null },
  ...{ id: `${ID}4`, version: 1, value: { attention: 'usual', openedOn: '2026-11-01' } },
  ...{ recordedBy: `${ID}5`, recordedAt: '2026-11-01T05:00:00.000Z', recordedOn: '2026-11-01' },
};
const note = (text: string, version = 1) => ({
  ...{ kind: 'note', state: 'written', personId: null, subjectId: `${ID}6`, words: words(text) },
  ...{ id: `${ID}${6 + version}`, version },
  value: { form: 'visit', heldOn: '2026-11-20', outcome: 'met' },
  ...{ recordedBy: `${ID}5`, recordedAt: '2026-11-20T05:00:00.000Z', recordedOn: '2026-11-20' },
});
const shownOf = (...entries: object[]) => ({
  ...{ today: '2026-11-23', agreed: [`${ID}1`], unasked: [], authors: {}, mayDecide: false },
  family: { id: `${ID}3`, holder: 'Сәуле', members: [] },
  entries,
});
const input = {
  ...{ id: `${ID}a`, familyId: `${ID}3`, basedOn: 1 },
  entry: {
    ...{ kind: 'note', subjectId: `${ID}6`, state: 'written', personId: null },
    value: { form: 'call', heldOn: '2026-11-20', outcome: 'met' },
    words: words('Хабарластым'),
  },
};
const rule = casesWhileOffline.recordCaseEntry;
const read = (output: unknown, familyId = `${ID}3`) => ({
  ...{ name: 'getCase', input: { familyId }, output },
});

describe('a case without signal', () => {
  it('shows what Saule has written, by her name, and what stood there before', () => {
    const after = rule?.shows(read(shownOf(opening, note('Үйіне бардым'))), input) as never as {
      entries: never[];
      authors: Record<string, string>;
    };
    const [shown] = foldCase(after.entries).notes;
    expect(shown?.words?.text).toBe('Хабарластым');
    expect(shown?.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(after.authors[shown?.newest.recordedBy ?? '']).toBe('Сәуле');
  });

  it('of another family stays as it is', () => {
    const other = read(shownOf(opening), `${ID}9`);
    expect(rule?.shows(other, input)).toBe(other.output);
  });

  it('lets a later entry about the same thing wait behind one that is stuck, and no other', () => {
    const other = { ...input, entry: { ...input.entry, subjectId: `${ID}b` } };
    expect(rule?.about({ ...input, id: 'x' })).toBe(rule?.about(input));
    expect(rule?.about(other)).not.toBe(rule?.about(input));
  });
});

describe('two versions of a note', () => {
  const now = shownOf(opening, note('Үйіне бардым'), note('Үйінде болмады', 2));

  it('differ in the fields that differ', () => {
    const fields = rule?.clash?.fields(input, now);
    expect(fields).toEqual([
      { key: 'value.form', mine: 'call', theirs: 'visit' },
      { key: 'text', mine: 'Хабарластым', theirs: 'Үйінде болмады' },
    ]);
  });

  it('become one as Saule decides, on top of what holds', () => {
    expect(rule?.clash?.settled(input, now, new Set(['value.form']))).toMatchObject({
      basedOn: 2,
      entry: { value: { form: 'visit', heldOn: '2026-11-20' }, words: words('Хабарластым') },
    });
  });
});
