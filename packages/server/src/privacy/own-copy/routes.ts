import { createHash } from 'node:crypto';
import type { InputOf } from '@tirek/domain/contract';
import { OWN_COPY_DAYS, ownCopyContract, ownCopyDueOn } from '@tirek/domain/privacy/own-copy';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Request, type Route, routesOf } from '../../http/handler.ts';
import { findPerson, requireOpenFile } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import type { HeldAsked, HeldPart } from './held-part.ts';
import { makeArchive } from './make-archive.ts';
import {
  findCopy,
  findSealedCopy,
  insertCopy,
  insertCopyDecision,
  insertHandOver,
  listCopies,
} from './queries.ts';

/** People's own copies, over all that the features of the program hold about somebody. */
export function ownCopyRoutesOver(parts: readonly HeldPart[]): readonly Route[] {
  async function heldAbout(asked: HeldAsked) {
    const sections = [];
    for (const part of parts) sections.push(...(await part.read(asked)));
    return sections;
  }

  async function makeOwnCopy(request: Request<InputOf<(typeof ownCopyContract)['makeOwnCopy']>>) {
    const { tx, input, now, keyFor, about } = request;
    const actor = accountOf(request.actor);
    const { id, personId, askedBy, askedOn, proof, language, withheld, passphrase } = input;
    if (!(await findPerson(tx, actor, personId))) throw new Problem('not-found');
    // A copy without her names would not be all that is held.
    await requireOpenFile(tx, personId);
    if (askedOn > programmeDay(now)) {
      throw new Problem('input-invalid', { places: [{ path: 'askedOn', rule: 'to-come' }] });
    }
    const before = await listCopies(tx, actor, { personId, now, today: programmeDay(now) });
    if (before.some(({ state }) => state === 'waiting')) throw new Problem('copy-waiting');
    const sections = await heldAbout({ tx, actor, keyFor, personId, language, now });
    const made = { personId, askedBy, askedOn, language, madeAt: now, sections, withheld };
    const sealed = await makeArchive(made, passphrase);
    const fingerprint = createHash('sha256').update(sealed).digest();
    const dueOn = ownCopyDueOn(askedOn);
    const expiresAt = new Date(Date.parse(now) + OWN_COPY_DAYS * 86_400_000).toISOString();
    const copy = { id, personId, askedBy, askedOn, proof, language, withheld, dueOn, expiresAt };
    await insertCopy(tx, actor, { ...copy, fingerprint, sealed, now });
    about([personId, id], { language, withheld: withheld.length });
    return { dueOn, fingerprint: fingerprint.toString('hex') };
  }

  return routesOf(ownCopyContract, {
    makeOwnCopy,

    async listOwnCopiesOf({ tx, actor, input, now, about }) {
      const { personId } = input;
      if (!(await findPerson(tx, accountOf(actor), personId))) throw new Problem('not-found');
      about([personId]);
      const at = { personId, now, today: programmeDay(now) };
      return { copies: await listCopies(tx, accountOf(actor), at) };
    },

    async listOwnCopies({ tx, actor, now, about }) {
      const at = { personId: null, now, today: programmeDay(now) };
      const copies = await listCopies(tx, accountOf(actor), at);
      about(copies.map(({ personId }) => personId));
      return { copies };
    },

    async decideOwnCopy({ tx, actor, input, now, about }) {
      const asker = accountOf(actor);
      const { copyId, decision } = input;
      const copy = await findCopy(tx, asker, { copyId, now, today: programmeDay(now) });
      if (!copy) throw new Problem('not-found');
      if (copy.decision) throw new Problem('copy-decided');
      if (copy.state === 'over') throw new Problem('copy-gone');
      if (copy.madeBy.id === asker.accountId) throw new Problem('copy-own');
      about([copy.personId, copyId], { decision: decision.kind });
      const reason = decision.kind === 'declined' ? decision.reason : null;
      const decided = { copyId, madeBy: copy.madeBy.id, kind: decision.kind, reason, now };
      await insertCopyDecision(tx, asker, decided);
      return {};
    },

    async fetchOwnCopy({ tx, actor, input, now, about }) {
      const { copyId } = input;
      const copy = await findCopy(tx, accountOf(actor), { copyId, now, today: programmeDay(now) });
      if (!copy || copy.state === 'waiting') throw new Problem('not-found');
      const sealed = copy.state === 'released' ? await findSealedCopy(tx, copyId) : null;
      if (!sealed) throw new Problem('copy-gone');
      about([copy.personId, copyId]);
      return {
        fileName: `copy-${copyId.slice(0, 8)}.zip`,
        mediaType: 'application/zip',
        pieces: onePiece(sealed),
      };
    },

    async recordCopyHandOver({ tx, actor, input, now, about }) {
      const asker = accountOf(actor);
      const { copyId, way, on } = input;
      const copy = await findCopy(tx, asker, { copyId, now, today: programmeDay(now) });
      if (!copy || copy.state === 'waiting') throw new Problem('not-found');
      if (copy.state !== 'released') throw new Problem('copy-gone');
      about([copy.personId, copyId], { way });
      await insertHandOver(tx, asker, { copyId, way, on, now });
      return {};
    },
  });
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
