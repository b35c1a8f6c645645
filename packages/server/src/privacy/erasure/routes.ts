import type { InputOf } from '@tirek/domain/contract';
import { erasureContract } from '@tirek/domain/privacy/erasure';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, type Request, routesOf } from '../../http/handler.ts';
import {
  eraseAsDecided,
  findPreview,
  findRequest,
  insertDecision,
  insertHold,
  insertRequest,
  liftHold,
  listHolds,
  listRequests,
  listTextsOfRequest,
} from './queries.ts';
import { struckTexts } from './struck-texts.ts';

const handlers: Handlers<typeof erasureContract> = {
  async previewErasure({ tx, input, about }) {
    const preview = await findPreview(tx, input.personId);
    if (!preview) throw new Problem('not-found');
    about([input.personId]);
    return preview;
  },

  async requestErasure({ tx, actor, input, now, about }) {
    const { id, personId, basis } = input;
    const preview = await findPreview(tx, personId);
    if (!preview) throw new Problem('not-found');
    if (preview.isErased) throw new Problem('erasure-done');
    if (preview.request) throw new Problem('erasure-asked');
    about([personId], { basis });
    await insertRequest(tx, accountOf(actor), { id, personId, basis, now });
    return {};
  },

  async listErasureRequests({ tx, actor, about }) {
    const requests = await listRequests(tx, accountOf(actor));
    about(requests.map(({ personId }) => personId));
    return { requests };
  },

  decideErasure,

  async listLegalHolds({ tx, actor, about }) {
    const holds = await listHolds(tx, accountOf(actor));
    about(holds.map(({ personId }) => personId));
    return { holds };
  },

  async placeLegalHold({ tx, actor, input, now, about }) {
    const { id, personId, basis } = input;
    about([personId], { basis });
    await insertHold(tx, accountOf(actor), { id, personId, basis, now });
    return {};
  },

  async liftLegalHold({ tx, actor, input, now, about }) {
    const personId = await liftHold(tx, accountOf(actor), { id: input.holdId, now });
    if (!personId) throw new Problem('not-found');
    about([personId]);
    return {};
  },
};

export const erasureRoutes = routesOf(erasureContract, handlers);

/**
 * Decides, and erases in the same transaction: her name is struck from the consents of her family first, while it can still be
 * read, then her key is destroyed.
 */
async function decideErasure(
  request: Request<InputOf<(typeof erasureContract)['decideErasure']>>,
): Promise<{ struckTexts: number }> {
  const { tx, input, now, keyFor, about } = request;
  const actor = accountOf(request.actor);
  const { requestId, decision } = input;
  const asked = await findRequest(tx, actor, requestId);
  if (!asked) throw new Problem('not-found');
  if (asked.decided) throw new Problem('erasure-decided');
  if (asked.askedBy === actor.accountId) throw new Problem('erasure-own');
  const reason = decision.kind === 'declined' ? decision.reason : null;
  await insertDecision(tx, actor, { request: asked, kind: decision.kind, reason, now });
  if (decision.kind === 'declined') {
    about([asked.personId], { decision: 'declined' });
    return { struckTexts: 0 };
  }
  const struck = struckTexts(await listTextsOfRequest(tx, requestId), keyFor);
  if (!(await eraseAsDecided(tx, { requestId, struck, now }))) throw new Problem('not-allowed');
  about([asked.personId], { decision: 'erased', struckTexts: struck.length });
  return { struckTexts: struck.length };
}
