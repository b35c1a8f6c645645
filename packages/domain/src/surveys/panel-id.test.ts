import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  CARD_LENGTH,
  LOT_LENGTH,
  lotProof,
  makeCode,
  type PanelId,
  panelId,
  printCode,
} from './index.ts';

const subtle = webcrypto.subtle as never;
const campaign = '0193a1b2-0000-7000-8000-000000000001';
const cardOf = (seed: number) =>
  makeCode(Array.from({ length: CARD_LENGTH - 1 }, (_, n) => (seed * 7 + n * n) % 23));

async function panelOf(given: { card: string; pin: string; campaign?: string }): Promise<string> {
  const made: PanelId = await panelId(subtle, { campaign, ...given });
  if (made.kind !== 'panel') throw new Error(made.kind);
  return made.panel;
}

describe('the pseudonym of a panel member', () => {
  it('is the same on every phone, however Madina types her card', async () => {
    const panel = await panelOf({ card: cardOf(1), pin: '271828' });
    expect(panel).toMatch(/^[0-9a-f]{64}$/);
    expect(await panelOf({ card: printCode(cardOf(1)).toLowerCase(), pin: '271828' })).toBe(panel);
  });

  it('is another with another PIN, another card or in another campaign', async () => {
    const all = await Promise.all([
      panelOf({ card: cardOf(1), pin: '271828' }),
      panelOf({ card: cardOf(1), pin: '271829' }),
      panelOf({ card: cardOf(2), pin: '271828' }),
      panelOf({ card: cardOf(1), pin: '271828', campaign: campaign.replace(/1$/, '2') }),
    ]);
    expect(new Set(all.map((panel) => panel.slice(0, 32))).size).toBe(4);
  });

  it('carries the proof of a card of its lot, which says nothing of which card', async () => {
    const panel = await panelOf({ card: cardOf(1), pin: '271828' });
    const lot = cardOf(1).slice(0, LOT_LENGTH);
    const proof = await lotProof(subtle, { lot, campaign, pseudonym: panel.slice(0, 32) });
    expect(panel.slice(32)).toBe(proof);
  });

  it('is not made from half a card, a slip or a PIN that is none', async () => {
    const kindOf = async (card: string, pin: string) =>
      (await panelId(subtle, { card, pin, campaign })).kind;
    const slipped = cardOf(1).replace(/.$/, (last) => (last === '2' ? '3' : '2'));
    expect(await kindOf(cardOf(1).slice(0, 9), '271828')).toBe('card-incomplete');
    expect(await kindOf(slipped, '271828')).toBe('card-mistyped');
    expect(await kindOf(cardOf(1), '27')).toBe('pin-malformed');
    expect(await kindOf(cardOf(1), 'мадина')).toBe('pin-malformed');
  });
});
