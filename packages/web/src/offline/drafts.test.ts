import { describe, expect, it } from 'vitest';
import type { DraftDisk, DraftRow } from './draft-disk.ts';
import { type Draft, draftsOn } from './drafts.ts';

/** The browser's database, as far as drafts use it; `full` refuses to write, as a browser does. */
function diskInMemory() {
  let rows: DraftRow[] = [];
  const state = { isFull: false, wait: Promise.resolve() };
  const isOf = (accountId: string, name: string) => (row: DraftRow) =>
    row.accountId === accountId && row.name === name;
  const disk: DraftDisk = {
    list: async (accountId) => rows.filter((row) => row.accountId === accountId),
    async put(row) {
      await state.wait;
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      rows = [...rows.filter((each) => !isOf(row.accountId, row.name)(each)), row];
    },
    async drop(accountId, name) {
      rows = rows.filter((row) => !isOf(accountId, name)(row));
    },
    async dropAll(accountId) {
      rows = rows.filter((row) => row.accountId !== accountId);
    },
    async dropBefore(day) {
      rows = rows.filter(({ typedOn }) => typedOn >= day);
    },
  };
  return { disk, state, rows: () => rows };
}

const SAULE = { accountId: 'saule', draftKey: 's'.repeat(43) };
const GULMIRA = { accountId: 'gulmira', draftKey: 'g'.repeat(43) };
const NOTE = { text: 'Айгүлдің үйіне бардым' };

/** One opened tab over a device. */
function tabOn({ disk }: ReturnType<typeof diskInMemory>, now = '2026-11-30T05:00:00.000Z') {
  const found: Draft[] = [];
  const drafts = draftsOn({
    disk: async () => disk,
    now: () => now,
    path: () => '/families/1/case',
    onFound: (drafts) => found.push(...drafts),
  });
  const settled = async (key = 'note 1 ') => {
    while (!drafts.isKept(key)) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { drafts, found, settled };
}

describe('what Saule typed and did not send', () => {
  it('is there when she comes back after the tab was killed', async () => {
    const device = diskInMemory();
    const { drafts, settled } = tabOn(device);
    await drafts.belongsTo(SAULE);
    for (const length of [5, 10, 21]) drafts.keep('note 1 ', { text: NOTE.text.slice(0, length) });
    await settled();
    const again = tabOn(device);
    await again.drafts.belongsTo(SAULE);
    expect(again.found).toMatchObject([{ key: 'note 1 ', values: NOTE, path: '/families/1/case' }]);
    expect(again.drafts.isKept('note 1 ')).toBe(true);
  });

  it('lies on the disk without a readable word, not even of whom it is about', async () => {
    const device = diskInMemory();
    const { drafts, settled } = tabOn(device);
    await drafts.belongsTo(SAULE);
    drafts.keep('note 1 ', NOTE);
    await settled();
    const [row] = device.rows();
    const raw = `${row?.name} ${new TextDecoder('utf-8').decode(row?.sealed)}`;
    expect(raw).not.toMatch(/Айгүл|note|families/);
  });

  it('opens for nobody else: not for Gulmira, nor for a key of hers under Saule’s name', async () => {
    const device = diskInMemory();
    const { drafts, settled } = tabOn(device);
    await drafts.belongsTo(SAULE);
    drafts.keep('note 1 ', NOTE);
    await settled();
    await drafts.belongsTo(GULMIRA);
    expect(drafts.list()).toEqual([]);
    const thief = tabOn(device);
    await thief.drafts.belongsTo({ ...GULMIRA, accountId: 'saule' });
    expect([thief.found, thief.drafts.list()]).toEqual([[], []]);
    await drafts.belongsTo(SAULE);
    expect(drafts.list()).toMatchObject([{ values: NOTE }]);
  });

  it('that she typed before the device had opened is newer than what lay there', async () => {
    const device = diskInMemory();
    const before = tabOn(device);
    await before.drafts.belongsTo(SAULE);
    before.drafts.keep('note 1 ', { text: 'ескі' });
    await before.settled();
    const { drafts, found, settled } = tabOn(device);
    const opening = drafts.belongsTo(SAULE);
    drafts.keep('note 1 ', NOTE);
    await opening;
    await settled();
    expect([found, drafts.list()]).toMatchObject([[], [{ values: NOTE }]]);
  });

  it('is gone once it was sent, and when she signs out, also from under a write that is under way', async () => {
    const device = diskInMemory();
    const { drafts, settled } = tabOn(device);
    await drafts.belongsTo(SAULE);
    drafts.keep('note 1 ', NOTE);
    await settled();
    drafts.drop('note 1 ');
    drafts.keep('need 1 ', NOTE);
    await settled('need 1 ');
    expect(device.rows()).toHaveLength(1);
    let go: () => void = () => undefined;
    device.state.wait = new Promise((resolve) => {
      go = resolve;
    });
    drafts.keep('need 1 ', { text: 'тағы' });
    const wiped = drafts.wipe('saule');
    go();
    await wiped;
    expect([device.rows(), drafts.list()]).toEqual([[], []]);
  });

  it('is not called kept on a full disk, and goes with the next key press once there is room', async () => {
    const device = diskInMemory();
    const { drafts, settled } = tabOn(device);
    await drafts.belongsTo(SAULE);
    device.state.isFull = true;
    drafts.keep('note 1 ', { text: 'А' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(drafts.isKept('note 1 ')).toBe(false);
    device.state.isFull = false;
    drafts.keep('note 1 ', NOTE);
    await settled();
    expect(device.rows()).toHaveLength(1);
  });

  it('is forgotten after two weeks, whoever uses the device', async () => {
    const device = diskInMemory();
    const { drafts, settled } = tabOn(device);
    await drafts.belongsTo(SAULE);
    drafts.keep('note 1 ', NOTE);
    await settled();
    await tabOn(device, '2026-12-14T05:00:00.000Z').drafts.belongsTo(GULMIRA);
    expect(device.rows()).toHaveLength(1);
    await tabOn(device, '2026-12-15T05:00:00.000Z').drafts.belongsTo(GULMIRA);
    expect(device.rows()).toEqual([]);
  });
});
