import { Problem } from '@tirek/domain/problem';
import { EXPORT_PROTECTIONS, exportsContract, type WaveExport } from '@tirek/domain/reports';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { loadWaveFacts } from '../facts.ts';
import { weighExport } from '../make-report.ts';
import { exportAnswer, requireFetchable } from './fetch-export.ts';
import { findExport, insertDecision, insertExport, listExports } from './queries.ts';

const handlers: Handlers<typeof exportsContract> = {
  async previewExport({ tx, input, about }) {
    const facts = await loadWaveFacts(tx, input.waveId);
    const protection = EXPORT_PROTECTIONS.find(({ k }) => String(k) === input.alike);
    if (!protection) throw new Problem('input-invalid');
    about([input.waveId], { answers: facts.responses.length, ...protection });
    return await weighExport(facts, protection);
  },

  async requestExport({ tx, actor, input, now, about }) {
    const { id, waveId, language, k, l, reason } = input;
    const cost = await weighExport(await loadWaveFacts(tx, waveId), { k, l });
    await insertExport(tx, accountOf(actor), { id, waveId, language, k, l, reason, cost, now });
    about([id, waveId], { language, k, l });
    return await getExport(tx, id);
  },

  async listExports({ tx }) {
    return { exports: await listExports(tx) };
  },

  async decideExport({ tx, actor, input, now, about }) {
    const request = await getExport(tx, input.exportId);
    const decider = accountOf(actor);
    if (request.decision) throw new Problem('export-decided');
    if (request.requestedBy === decider.accountId) throw new Problem('export-own');
    await insertDecision(tx, decider, {
      request,
      kind: input.decision,
      reason: input.decision === 'refused' ? input.reason : null,
      now,
    });
    about([request.id, request.waveId], { decision: input.decision });
    return await getExport(tx, request.id);
  },

  async fetchExport({ tx, actor, input, now, about }) {
    const request = await getExport(tx, input.exportId);
    // Approved for the one who asked, with her reason.
    if (request.requestedBy !== accountOf(actor).accountId) throw new Problem('not-found');
    requireFetchable(request, now);
    const facts = await loadWaveFacts(tx, request.waveId);
    about([request.id, request.waveId], {
      answers: facts.responses.length,
      k: request.k,
      l: request.l,
    });
    return exportAnswer(facts, request, now);
  },
};

export const exportsRoutes = routesOf(exportsContract, handlers);

async function getExport(tx: Tx, exportId: string): Promise<WaveExport> {
  const found = await findExport(tx, exportId);
  if (!found) throw new Problem('not-found', { exportId });
  return found;
}
