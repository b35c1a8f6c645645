import { Problem } from '@tirek/domain/problem';
import {
  AnalysisPlan,
  clashWithApart,
  clashWithEarlier,
  listPopulationQuestions,
  type PublicRelease,
  type Report,
  type ReportRelease,
  releasesContract,
  reportTexts,
  stampRelease,
} from '@tirek/domain/reports';
import { LANGUAGES, type Language } from '@tirek/domain/text';
import * as z from 'zod/mini';
import type { Tx } from '../../db/database.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { VERSION } from '../../version.ts';
import { loadWaveFacts } from '../facts.ts';
import { formsOf } from '../forms-of.ts';
import { frozenOf } from './frozen-reports.ts';
import { loadElsewhere } from './other-waves.ts';
import type { PlanMessage, PlanOrder } from './plan-worker.ts';
import { getPublicReport } from './public-report.ts';
import {
  insertDecision,
  insertRelease,
  insertWithdrawal,
  lastNumber,
  lastNumberBefore,
  listEarlier,
  listElsewhere,
  listPublic,
  listReleases,
  waitForApprovals,
} from './queries.ts';
import { releaseFile } from './release-files.ts';
import { outcomesOf, runPlanApart } from './run-plan-apart.ts';
import { snapshotOf } from './snapshot.ts';
import { getFrozen, getRelease, stampedReport } from './stamped-report.ts';

const handlers: Handlers<typeof releasesContract> = {
  async listPlanQuestions({ tx, input }) {
    const facts = await loadWaveFacts(tx, input.waveId);
    const speech = { language: input.language, t: reportTexts(input.language) };
    const questions = listPopulationQuestions(formsOf(facts), facts.wave.languages, speech);
    return { questions: questions.map((each) => ({ ...each, options: [...each.options] })) };
  },

  async previewReport({ tx, input, about }) {
    const plan = readPlan(input.plan);
    const order = { ...(await orderOf(tx, plan, [input.language])), seal: null };
    about([plan.waveId], { answers: order.facts.responses.length, audience: plan.audience });
    return {
      fileName: 'preview.ndjson',
      mediaType: 'application/x-ndjson',
      pieces: previewLines(order),
    };
  },

  async prepareRelease({ tx, actor, input, now, about }) {
    const { id, plan, reason, language } = input;
    // Asked before anything is read: what is approved meanwhile has a higher number.
    const last = await lastNumber(tx);
    const checkedOn = programmeDay(now);
    const order = {
      ...(await orderOf(tx, plan, LANGUAGES)),
      seal: { version: VERSION, checkedOn },
    };
    const frozen = frozenOf(await outcomesOf(order), { checkedOn, language });
    if (frozen.kind === 'refused') return { ...frozen, details: [...frozen.details] };
    const { snapshot } = order;
    about([id, plan.waveId], { audience: plan.audience });
    const { reports, certificate } = frozen;
    await insertRelease(tx, accountOf(actor), {
      ...{ id, plan, reason, snapshot, reports, certificate, now },
      programVersion: VERSION,
      lastNumber: last,
    });
    return { kind: 'prepared', release: await getRelease(tx, id) };
  },

  async listReleases({ tx }) {
    return { releases: await listReleases(tx) };
  },

  async getRelease({ tx, input, about }) {
    const release = await getRelease(tx, input.releaseId);
    about([release.id], { language: input.language });
    return { release, report: await stampedReport(tx, release, input.language) };
  },

  async getReleaseFile({ tx, input, about, now }) {
    const { language, format } = input;
    const release = await getRelease(tx, input.releaseId);
    about([release.id], { language, format });
    const report = await stampedReport(tx, release, language);
    return releaseFile(report, {
      format,
      releasedAt: release.decision?.decidedAt ?? now,
      origin: release,
    });
  },

  async decideRelease({ tx, actor, input, now, about }) {
    const decider = accountOf(actor);
    await waitForApprovals(tx, decider.programmeId);
    const release = await getRelease(tx, input.releaseId);
    if (release.decision) throw new Problem('release-decided');
    if (release.preparedBy === decider.accountId) throw new Problem('release-own');
    const isApproved = input.decision === 'approved';
    if (isApproved) await requireNoClash(tx, release);
    const number = isApproved ? (await lastNumber(tx)) + 1 : null;
    await insertDecision(tx, decider, {
      ...{ release, number, now },
      kind: input.decision,
      reason: input.decision === 'refused' ? input.reason : null,
    });
    about([release.id, release.waveId], { decision: input.decision, ...(number && { number }) });
    return await getRelease(tx, release.id);
  },

  async withdrawRelease({ tx, actor, input, now, about }) {
    const release = await getRelease(tx, input.releaseId);
    if (release.decision?.kind !== 'approved' || release.withdrawal) {
      throw new Problem('release-not-out');
    }
    const { releaseId, reason } = input;
    await insertWithdrawal(tx, accountOf(actor), { releaseId, reason, now });
    about([release.id, release.waveId], { number: release.decision.number ?? 0 });
    return await getRelease(tx, release.id);
  },

  async listPublicReleases({ tx }) {
    return { releases: await listPublic(tx) };
  },

  async getPublicRelease({ tx, input }) {
    const { release, report } = await getPublic(tx, input.releaseId, input.language);
    return { release, report };
  },

  async getPublicReleaseFile({ tx, input }) {
    const { release, report } = await getPublic(tx, input.releaseId, input.language);
    return releaseFile(report, { format: input.format, releasedAt: release.releasedAt });
  },
};

export const releasesRoutes = routesOf(releasesContract, handlers);

function readPlan(written: string): AnalysisPlan {
  let plan: unknown = null;
  try {
    plan = JSON.parse(written);
  } catch {
    // Told below, with the place.
  }
  const parsed = z.safeParse(AnalysisPlan, plan);
  if (parsed.success) return parsed.data;
  throw new Problem('input-invalid', {
    places: parsed.error.issues.map(({ path, code }) => ({
      path: ['plan', ...path].join('.'),
      rule: code,
    })),
  });
}

async function orderOf(
  tx: Tx,
  plan: AnalysisPlan,
  languages: readonly Language[],
): Promise<Omit<PlanOrder, 'seal'>> {
  const facts = await loadWaveFacts(tx, plan.waveId);
  return {
    ...{ plan, facts, languages },
    snapshot: snapshotOf(facts),
    earlier: await listEarlier(tx, plan.waveId),
    ...(await loadElsewhere(tx, plan)),
  };
}

/** The thread is started with the first line that is asked for, and stops at once when nobody reads on. */
function previewLines(order: PlanOrder): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const messages = runPlanApart(order);
      return {
        async next() {
          const { done, value } = await messages.next();
          return done ? { done, value } : { done: false, value: previewLine(value) };
        },
        async return() {
          await messages.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}

function previewLine(message: PlanMessage): Uint8Array {
  const line = message.kind === 'step' ? { done: message.done } : { outcome: message.outcomes[0] };
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

async function getPublic(
  tx: Tx,
  releaseId: string,
  language: Language,
): Promise<{ release: PublicRelease; report: Report }> {
  const { release, report } = await getPublicReport(tx, releaseId, language);
  const { number, releasedAt } = release;
  return {
    release,
    report: stampRelease(report, {
      number,
      releasedOn: programmeDay(releasedAt),
      withdrawnOn: null,
      snapshot: null,
    }),
  };
}

/** Another one may have been approved since it was prepared. */
async function requireNoClash(tx: Tx, release: ReportRelease): Promise<void> {
  const report = await getFrozen(tx, release.id, 'ru');
  const { snapshot, plan } = release;
  const clash = clashWithEarlier(
    { report, snapshot, population: plan.population },
    await listEarlier(tx, release.waveId),
  );
  if (clash) throw new Problem('release-clashes', { number: clash.release.number });
  if (release.audience === 'internal') return;
  const elsewhere = await listElsewhere(tx, release.waveId);
  // Beside a wave of the same panel it was never held that was released meanwhile.
  const last = await lastNumberBefore(tx, release.id);
  const unseen = elsewhere.find(({ isSamePanel, number }) => isSamePanel && number > last);
  const apart = clashWithApart(
    report,
    elsewhere.filter(({ isSamePanel }) => !isSamePanel),
  );
  const number = unseen?.number ?? apart?.release;
  if (number !== undefined) throw new Problem('release-clashes', { number });
}
